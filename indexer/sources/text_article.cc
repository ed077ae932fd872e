#include "indexer/sources/text_article.h"

#include <algorithm>

#include "base/language.h"
#include "indexer/extract/article_body.h"
#include "indexer/extract/byline.h"
#include "indexer/extract/charset.h"
#include "indexer/extract/furniture.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

// Heads of lists inside the text: of other articles, whose titles follow, or of tags.
struct ListHead {
  std::string_view text;
  bool is_of_tags;
};

constexpr ListHead kListHeads[] = {
    {"rekomendasi", false},
    {"artikel terkait", false},
    {"berita terkait", false},
    {"baca juga", false},
    {"lihat juga", false},
    {"simak juga", false},
    {"related news", false},
    {"berita lainnya", false},
    {"pilihan editor", false},
    {"tag", true},
    {"tags", true},
    {"topik", true},
    {"topik terkait", true},
};

const ListHead* find_list_head(std::string_view line) {
  std::string lower = lower_ascii(line);
  while (!lower.empty() && (lower.back() == ':' || lower.back() == ' ')) lower.pop_back();
  const auto* head = std::find_if(std::begin(kListHeads), std::end(kListHeads),
                                  [&](const ListHead& candidate) { return candidate.text == lower; });
  return head == std::end(kListHeads) ? nullptr : head;
}

// A headline in a list: short, and no sentence.
bool is_listed_title(std::string_view line) {
  constexpr std::size_t kMostWords = 18;
  return count_words(line) <= kMostWords && std::string_view(".,;:\"").find(line.back()) == std::string_view::npos &&
         !line.ends_with("\xE2\x80\x9D");
}

class TextReader {
 public:
  Result<Article> read(std::string_view text) {
    for (const std::string_view raw : split_lines(text)) {
      const std::string line = folded_space(raw);
      if (line.empty()) {
        is_after_blank_ = true;
        continue;
      }
      if (!take(line)) break;
      is_after_blank_ = false;
    }
    if (!article_.published) article_.published = article_.modified;
    drop_labels_before_prose(paragraphs_);
    article_.body = joined(paragraphs_);
    if (article_.title.empty() && article_.body.empty()) {
      return failure(ExitCode::input_skipped, localized("neither a title nor a body", "tanpa judul dan tanpa isi"));
    }
    article_.source = site_of_url(article_.url);
    if (article_.source.empty() && !paragraphs_.empty()) article_.source = source_of_dateline(paragraphs_.front());
    return std::move(article_);
  }

 private:
  // False where the article ends.
  bool take(const std::string& line) {
    if (take_detail(line)) return true;
    const LineKind kind = classify_line(line);
    if (kind == LineKind::tail && !paragraphs_.empty()) return false;
    if (const ListHead* head = find_list_head(line); head != nullptr) {
      list_ = head;
      return true;
    }
    if (kind != LineKind::text) return true;
    if (list_ != nullptr && belongs_to_list(line)) {
      if (list_->is_of_tags) article_.tags.push_back(line);
      return true;
    }
    list_ = nullptr;
    take_text(line);
    return true;
  }

  // Titles follow each other; prose ends the list, and so does a blank line once the text has begun. Above the
  // article's own title there is no list of others.
  bool belongs_to_list(std::string_view line) const {
    const bool is_ended_by_blank = is_after_blank_ && !paragraphs_.empty();
    return !article_.title.empty() && is_listed_title(line) && !is_ended_by_blank;
  }

  void take_text(const std::string& line) {
    if (article_.title.empty()) {
      article_.title = line;
      return;
    }
    if (paragraphs_.empty() && line == article_.title) return;
    std::string text = without_insertions(without_reporter_code(line));
    if (text.empty()) return;
    has_prose_ = has_prose_ || is_sentence(text);
    paragraphs_.push_back(std::move(text));
  }

  // Date, author and URL lines. A line that is nothing else than such a detail is no text.
  bool take_detail(const std::string& line) {
    if (line.find(' ') == std::string::npos && line.starts_with("http")) {
      if (article_.url.empty()) article_.url = clean_url(line);
      return true;
    }
    const std::vector<std::string> authors = authors_of_line(line);
    const bool is_credit = classify_line(line) == LineKind::furniture || paragraphs_.empty();
    if (!authors.empty() && is_credit) {
      if (article_.authors.empty()) article_.authors = authors;
      take_date(line);
      return true;
    }
    return take_date(line);
  }

  bool take_date(const std::string& line) {
    const std::optional<DateLine> dates = find_date_line(line);
    if (!dates || !is_date_line(line, *dates, has_prose_)) return false;
    if (!article_.published) article_.published = dates->published;
    if (!article_.modified) article_.modified = dates->modified;
    return true;
  }

  Article article_;
  std::vector<std::string> paragraphs_;
  const ListHead* list_ = nullptr;  // whose entries may follow
  bool is_after_blank_ = false;
  bool has_prose_ = false;
};

}  // namespace

Result<Article> article_from_text(std::string_view bytes) {
  return TextReader().read(to_utf8(bytes));
}

}  // namespace warta::indexer
