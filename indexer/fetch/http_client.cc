#include "indexer/fetch/http_client.h"

#include <algorithm>
#include <new>
#include <utility>

#include <curl/curl.h>
#include <sys/socket.h>

#include "base/language.h"
#include "indexer/fetch/address_guard.h"
#include "indexer/fetch/proxy_environment.h"

namespace warta::indexer {
namespace {

constexpr long kConnectSeconds = 20;

struct FreeEasy {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

void initialise_curl() {
  static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (initialised != CURLE_OK) throw std::bad_alloc();
}

std::string header(CURL* easy, const char* name) {
  curl_header* found = nullptr;
  return curl_easy_header(easy, name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK ? found->value : "";
}

// All values of a header that may come more than once, a line each; not more than anybody needs.
std::string headers(CURL* easy, const char* name) {
  constexpr std::size_t kMostHeaders = 20;
  std::string values;
  curl_header* found = nullptr;
  for (std::size_t i = 0; i < kMostHeaders; ++i) {
    if (curl_easy_header(easy, name, i, CURLH_HEADER, -1, &found) != CURLHE_OK) break;
    values.append(found->value).append("\n");
  }
  return values;
}

const char* not_public() {
  return localized("the host's address is not public; --allow-private-addresses allows it",
                   "alamat host bukan alamat publik; --allow-private-addresses mengizinkannya");
}

std::string why_failed(CURLcode code, const char* details) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST: return localized("the host is not known", "nama host tidak dikenal");
    case CURLE_COULDNT_CONNECT: return localized("no connection to the host", "tidak dapat terhubung ke host");
    case CURLE_OPERATION_TIMEDOUT: return localized("the server is too slow", "server terlalu lambat");
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR: return localized("the connection was cut", "sambungan terputus");
    case CURLE_BAD_CONTENT_ENCODING: return localized("the compressed data is damaged", "data terkompresi rusak");
    default: return *details == '\0' ? curl_easy_strerror(code) : details;
  }
}

}  // namespace

struct HttpClient::Transfer {
  Ticket ticket = 0;
  std::unique_ptr<CURL, FreeEasy> easy{curl_easy_init()};
  std::unique_ptr<curl_slist, FreeList> headers;
  std::uint64_t max_bytes = 0;
  std::string body;
  bool is_too_large = false;
  bool is_refused = false;  // the address is not public
  char details[CURL_ERROR_SIZE] = {};

  static std::size_t receive(const char* data, std::size_t, std::size_t size, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    transfer.is_too_large = transfer.body.size() + size > transfer.max_bytes;
    if (transfer.is_too_large) return size + 1;  // any other number than size ends the transfer
    transfer.body.append(data, size);
    return size;
  }

  // Sees the very address that the connection goes to, so that no second resolution can differ from the first.
  static curl_socket_t open_public_socket(void* self, curlsocktype, curl_sockaddr* address) {
    if (!is_public_address(address->addr)) {
      static_cast<Transfer*>(self)->is_refused = true;
      return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  }

  template <typename Value>
  void set(CURLoption option, Value value) {
    if (curl_easy_setopt(easy.get(), option, value) != CURLE_OK) throw std::bad_alloc();
  }

  void add_header(const std::string& line) {
    curl_slist* longer = curl_slist_append(headers.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    (void)headers.release();
    headers.reset(longer);
  }

  void ask(const HttpRequest& request) {
    set(CURLOPT_URL, request.url.text.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    set(CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl can unpack
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_ERRORBUFFER, details);
    set(CURLOPT_WRITEFUNCTION, &receive);
    set(CURLOPT_WRITEDATA, this);
    if (!request.etag.empty()) add_header("If-None-Match: " + request.etag);
    if (!request.last_modified.empty()) add_header("If-Modified-Since: " + request.last_modified);
    set(CURLOPT_HTTPHEADER, headers.get());
    max_bytes = request.max_bytes;
  }

  void bound(const HttpOptions& options) {
    set(CURLOPT_USERAGENT, options.user_agent.c_str());
    set(CURLOPT_TIMEOUT, static_cast<long>(options.max_seconds));
    set(CURLOPT_CONNECTTIMEOUT, std::min(kConnectSeconds, static_cast<long>(options.max_seconds)));
    set(CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(options.slow_bytes_per_second));
    set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.slow_seconds));
  }

  // A proxy stands where the environment says, and resolves names itself; without one every address is checked.
  void connect_through(const std::string& proxy, bool allow_private) {
    set(CURLOPT_PROXY, proxy.c_str());
    set(CURLOPT_NOPROXY, "");
    if (allow_private || !proxy.empty()) return;
    set(CURLOPT_OPENSOCKETFUNCTION, &open_public_socket);
    set(CURLOPT_OPENSOCKETDATA, this);
  }

  HttpResponse response(CURLcode code) {
    HttpResponse result;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &result.status);
    result.is_cut = is_too_large;
    if (is_too_large) {
      result.problem = localized_format("more than {} bytes", "lebih dari {} bita", max_bytes);
    } else if (is_refused && code != CURLE_OK) {
      result.problem = not_public();
    } else if (code != CURLE_OK) {
      result.problem = why_failed(code, details);
    }
    result.body = std::move(body);
    result.content_type = header(easy.get(), "Content-Type");
    result.etag = header(easy.get(), "ETag");
    result.last_modified = header(easy.get(), "Last-Modified");
    result.location = header(easy.get(), "Location");
    result.retry_after = header(easy.get(), "Retry-After");
    result.robots_tags = indexer::headers(easy.get(), "X-Robots-Tag");
    return result;
  }
};

void HttpClient::FreeMulti::operator()(void* multi) const {
  curl_multi_cleanup(multi);
}

HttpClient::HttpClient(HttpOptions options) : options_(std::move(options)) {
  initialise_curl();
  multi_.reset(curl_multi_init());
  if (!multi_) throw std::bad_alloc();
}

HttpClient::~HttpClient() {
  for (const auto& [easy, transfer] : transfers_) curl_multi_remove_handle(multi_.get(), easy);
}

void HttpClient::start(Ticket ticket, const HttpRequest& request) {
  const std::string proxy = proxy_for(request.url);
  if (!proxy.empty() && !options_.allow_private_addresses && !may_be_public_host(request.url.host)) {
    HttpResponse response;
    response.problem = not_public();
    refused_.push_back({ticket, std::move(response)});
    return;
  }
  auto transfer = std::make_unique<Transfer>();
  if (!transfer->easy) throw std::bad_alloc();
  transfer->ticket = ticket;
  transfer->ask(request);
  transfer->bound(options_);
  transfer->connect_through(proxy, options_.allow_private_addresses);
  CURL* easy = transfer->easy.get();
  transfers_.emplace(easy, std::move(transfer));
  if (curl_multi_add_handle(multi_.get(), easy) != CURLM_OK) throw std::bad_alloc();
}

std::vector<HttpClient::Finished> HttpClient::wait(std::chrono::milliseconds longest) {
  if (!refused_.empty()) return std::exchange(refused_, {});
  int running = 0;
  curl_multi_perform(multi_.get(), &running);
  if (static_cast<std::size_t>(running) == transfers_.size()) {
    curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(longest.count()), nullptr);
    curl_multi_perform(multi_.get(), &running);
  }
  std::vector<Finished> finished;
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    CURL* easy = message->easy_handle;
    const CURLcode code = message->data.result;
    curl_multi_remove_handle(multi_.get(), easy);
    const auto transfer = transfers_.extract(easy);
    finished.push_back({transfer.mapped()->ticket, transfer.mapped()->response(code)});
  }
  return finished;
}

}  // namespace warta::indexer
