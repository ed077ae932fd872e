#include "searcher/query/parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/language.h"
#include "searcher/query/lexeme_checks.h"

namespace warta::searcher {
namespace {

// As many words as the longest date has: "dari 12 Mei 2024 sampai 3 Juni 2024".
constexpr std::size_t kMostDateWords = 8;

using MaybeNode = QueryResult<std::optional<Node>>;

tl::unexpected<QueryError> error_at(const Lexeme& lexeme, std::string message) {
  return tl::unexpected(QueryError{lexeme.begin, lexeme.end, std::move(message)});
}

Node wrap(NodeKind kind, Node child) {
  Node node;
  node.kind = kind;
  node.children.push_back(std::move(child));
  return node;
}

// A member of a group: a run of words joins the run before it.
void append_member(std::vector<Node>& members, Node member) {
  const bool joins = member.kind == NodeKind::words && !members.empty() && members.back().kind == NodeKind::words;
  if (joins) {
    members.back().text += " " + member.text;
  } else {
    members.push_back(std::move(member));
  }
}

class Parser {
 public:
  Parser(std::vector<Lexeme> lexemes, std::string_view query, const CivilDate& today)
      : lexemes_(std::move(lexemes)), query_(query), today_(today) {}

  QueryResult<Node> run() {
    MaybeNode node = parse_any();
    if (!node) return tl::unexpected(node.error());
    if (!*node) {
      return tl::unexpected(
          QueryError{0, query_.size(),
                     localized("the query is empty; write what to look for", "kueri kosong; tulis apa yang dicari")});
    }
    return std::move(**node);
  }

 private:
  const Lexeme& current() const { return lexemes_[at_]; }
  bool is(LexemeKind kind) const { return current().kind == kind; }

  MaybeNode parse_any() { return parse_operator(LexemeKind::op_or, NodeKind::any, &Parser::parse_all); }
  MaybeNode parse_all() { return parse_operator(LexemeKind::op_and, NodeKind::all, &Parser::parse_group); }

  MaybeNode parse_operator(LexemeKind kind, NodeKind node_kind, MaybeNode (Parser::*operand)()) {
    MaybeNode first = (this->*operand)();
    if (!first || !is(kind)) return first;
    if (!*first) return missing_operand();
    Node node = wrap(node_kind, std::move(**first));
    while (is(kind)) {
      const Lexeme sign = current();
      ++at_;
      MaybeNode next = (this->*operand)();
      if (!next) return next;
      if (!*next) return missing_operand(sign);
      node.children.push_back(std::move(**next));
    }
    return node;
  }

  MaybeNode missing_operand() { return missing_operand(current()); }

  MaybeNode missing_operand(const Lexeme& sign) {
    return error_at(
        sign, localized_format("{0} has nothing to work on beside it; add a word, or write it in small letters to "
                               "search for it",
                               "{0} tidak punya pasangan; tambahkan kata, atau tulis dengan huruf kecil untuk "
                               "mencarinya",
                               query_.substr(sign.begin, sign.end - sign.begin)));
  }

  MaybeNode parse_group() {
    std::vector<Node> members;
    while (!is(LexemeKind::end) && !is(LexemeKind::close) && !is(LexemeKind::op_and) && !is(LexemeKind::op_or)) {
      MaybeNode member = parse_member();
      if (!member) return member;
      if (*member) append_member(members, std::move(**member));
    }
    if (members.empty()) return std::nullopt;
    if (members.size() == 1) return std::move(members.front());
    Node group;
    group.kind = NodeKind::group;
    group.children = std::move(members);
    return group;
  }

  MaybeNode parse_member() {
    if (is(LexemeKind::plus)) return parse_signed(NodeKind::require);
    if (is(LexemeKind::minus) || is(LexemeKind::op_not)) return parse_signed(NodeKind::exclude);
    return parse_primary();
  }

  MaybeNode parse_signed(NodeKind kind) {
    const Lexeme sign = current();
    ++at_;
    return nested(sign, [&]() -> MaybeNode {
      MaybeNode child = parse_member();
      if (!child) return child;
      if (!*child) return missing_operand(sign);
      return wrap(kind, std::move(**child));
    });
  }

  template <typename Parse>
  MaybeNode nested(const Lexeme& place, Parse parse) {
    if (depth_ == kMaxQueryDepth) {
      return error_at(place, localized_format("more than {} brackets, signs and fields within each other",
                                              "lebih dari {} kurung, tanda, dan bidang bersarang", kMaxQueryDepth));
    }
    ++depth_;
    MaybeNode node = parse();
    --depth_;
    return node;
  }

  MaybeNode parse_primary() {
    const Lexeme lexeme = current();
    switch (lexeme.kind) {
      case LexemeKind::open: return nested(lexeme, [&] { return parse_brackets(); });
      case LexemeKind::field: return nested(lexeme, [&] { return parse_field(lexeme); });
      case LexemeKind::word: return parse_word();
      case LexemeKind::prefix:
      case LexemeKind::phrase: {
        ++at_;
        if (is(LexemeKind::op_near)) return near_between_words();
        Node node;
        node.kind = lexeme.kind == LexemeKind::prefix ? NodeKind::prefix : NodeKind::phrase;
        node.text = lexeme.text;
        node.mode = lexeme.mode;
        node.window = lexeme.window;
        return node;
      }
      case LexemeKind::op_near: return near_between_words();
      case LexemeKind::op_not:
      case LexemeKind::plus:
      case LexemeKind::minus: return parse_member();
      default: return std::nullopt;
    }
  }

  MaybeNode near_between_words() {
    return error_at(current(), localized("NEAR stands between two plain words, as in harga NEAR/5 beras",
                                         "DEKAT berada di antara dua kata biasa, misalnya harga DEKAT/5 beras"));
  }

  MaybeNode parse_brackets() {
    ++at_;
    MaybeNode node = parse_any();
    if (node && is(LexemeKind::close)) ++at_;
    return node;
  }

  // One word, or a chain of words with NEAR between them, which is a phrase within the widest of their windows.
  MaybeNode parse_word() {
    Node node;
    node.text = current().text;
    ++at_;
    while (is(LexemeKind::op_near)) {
      const Lexeme sign = current();
      ++at_;
      if (!is(LexemeKind::word)) {
        --at_;
        return near_between_words();
      }
      node.kind = NodeKind::phrase;
      node.mode = PhraseMode::window;
      node.window = std::max(node.window, sign.window);
      node.text += " " + current().text;
      ++at_;
    }
    return node;
  }

  MaybeNode parse_field(const Lexeme& lexeme) {
    ++at_;
    if (lexeme.field->kind == FieldKind::date) return parse_date(lexeme);
    MaybeNode child = parse_primary();
    if (!child) return child;
    if (!*child) {
      return error_at(lexeme, localized_format("nothing stands behind {0}; write {0}word or {0}\"a phrase\"",
                                               "tidak ada apa-apa di belakang {0}; tulis {0}kata atau {0}\"frasa\"",
                                               query_.substr(lexeme.begin, lexeme.end - lexeme.begin)));
    }
    Node node = wrap(NodeKind::field, std::move(**child));
    node.field = lexeme.field;
    return node;
  }

  // The longest run of words behind the colon that is a date: tanggal:12 Mei 2024 needs no quotes.
  MaybeNode parse_date(const Lexeme& field) {
    std::optional<DayRangeError> error;
    std::size_t words = is(LexemeKind::phrase) ? 1 : 0;
    while (!is(LexemeKind::phrase) && words < kMostDateWords && lexemes_[at_ + words].kind == LexemeKind::word) ++words;
    for (std::size_t count = words; count > 0; --count) {
      std::string text = lexemes_[at_].text;
      for (std::size_t i = 1; i < count; ++i) text += " " + lexemes_[at_ + i].text;
      tl::expected<DayRange, DayRangeError> days = parse_day_range(text, today_);
      if (days) {
        at_ += count;
        if (is_dash(current())) return dash_without_date();
        Node node;
        node.kind = NodeKind::date;
        node.days = *days;
        return node;
      }
      // Words that are a date which does not exist are no shorter date: "2024 - 2023" does not mean 2024.
      if (!days.error().is_unreadable) {
        return tl::unexpected(QueryError{current().begin, lexemes_[at_ + count - 1].end, days.error().message});
      }
      if (!error) error = std::move(days.error());
    }
    if (error) return error_at(current(), error->message);
    return error_at(field, localized("a date or a range of dates comes here, as in date:2024-01..2024-03",
                                     "di sini tanggal atau rentang tanggal, misalnya tanggal:2024-01..2024-03"));
  }

  static bool is_dash(const Lexeme& lexeme) {
    return lexeme.kind == LexemeKind::word &&
           (lexeme.text == "-" || lexeme.text == "\u2013" || lexeme.text == "\u2014");
  }

  MaybeNode dash_without_date() const {
    return error_at(current(),
                    localized("behind a date and a dash comes the day that ends the range, as in 12 Mei 2024 "
                              "- 15 Mei 2024; leave the dash out, or write 2024.. for all since",
                              "setelah tanggal dan tanda hubung tulis akhir rentangnya, misalnya 12 Mei 2024 "
                              "- 15 Mei 2024; atau hapus tandanya, atau tulis 2024.. untuk sejak 2024"));
  }

  std::vector<Lexeme> lexemes_;
  std::string_view query_;
  CivilDate today_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

std::optional<QueryError> check_size(std::string_view query) {
  if (query.size() <= kMaxQueryBytes) return std::nullopt;
  return QueryError{kMaxQueryBytes, query.size(),
                    localized_format("a query of {} bytes is too long; at most {} are read",
                                     "kueri {} bita terlalu panjang; paling banyak {}", query.size(), kMaxQueryBytes)};
}

}  // namespace

QueryResult<ParsedQuery> parse_query(std::string_view query, const CivilDate& today) {
  if (const std::optional<QueryError> error = check_size(query)) return tl::unexpected(*error);
  ParsedQuery parsed;
  parsed.text = valid_utf8(query);
  QueryResult<std::vector<Lexeme>> lexemes = lex(parsed.text);
  if (!lexemes) return tl::unexpected(lexemes.error());
  if (const std::optional<QueryError> error = check_lexemes(*lexemes)) return tl::unexpected(*error);
  parsed.notes = notes_on(*lexemes);
  QueryResult<Node> root = Parser(std::move(*lexemes), parsed.text, today).run();
  if (!root) return tl::unexpected(root.error());
  parsed.root = std::move(*root);
  return parsed;
}

QueryResult<ParsedQuery> parse_plain_query(std::string_view query) {
  if (const std::optional<QueryError> error = check_size(query)) return tl::unexpected(*error);
  ParsedQuery parsed;
  parsed.text = valid_utf8(query);
  parsed.root.text = parsed.text;
  return parsed;
}

}  // namespace warta::searcher
