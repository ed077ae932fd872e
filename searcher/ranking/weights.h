// Every number that the ranking depends on.
#pragma once

namespace warta::searcher {

// BM25 (Robertson et al., TREC-3, 1994) as Xapian computes it, over frequencies in which the index counts the title
// and the lead more (kTitleWeight in database/schema.h, indexer/lead_weights.h), and which it has set against the
// length of the article (b of BM25, in indexer/term_frequency.h). Chosen together with those (docs/ranking.md).
inline constexpr double kBm25K1 = 1.5;
inline constexpr double kBm25K3 = 1.0;

// Up to so many plain words, articles with all of them come before those with some: short queries name what must be
// there. In longer ones the best match decides. On questions to encyclopedia passages the rule costs .001 of MRR@10 up
// to two words, .005 up to three; on questions to news .0005 and .001.
inline constexpr unsigned kMostWordsThatMustAllMatch = 2;

// Where an article has the acronym in place of the query's long form, or the other way round, the terms of that form
// weigh this share. .3 changes MRR@10 by less than .0005 on every set of topics and raises Recall@100 by up to .001; .5
// costs .0026 on headlines and .0021 on questions to news. Counting it in articles that have both forms as well, .1
// gained .001 on questions to encyclopedia passages and cost .0025 on headlines.
inline constexpr double kAcronymShare = 0.3;

// In a question, the words that name what it asks for (query/asked_words.h) weigh this share. .5 gains .004 of MRR@10
// on people's questions to encyclopedia passages, .3 gains .006, .2 no more; generated questions to news, which are
// made of their answers' own words, stay within .0005.
inline constexpr double kAskedShare = 0.3;

// What the newest articles gain where recency counts, as a share of the best score that the query can reach; and in how
// many steps the gain falls with age.
inline constexpr double kRecencyShare = 0.1;
inline constexpr unsigned kRecencySteps = 4;

// Of a long query, articles with none of its rarer words come last: those are the rarest words, until the rest holds
// no more than this share of the sum of all inverse document frequencies, and the rarer ones together have this many
// postings. The matcher then passes over what only the commonest words lead to, which takes a third off its time. Of
// the pages of ten, none changes on questions to encyclopedia passages, one in a hundred on headlines and one in sixty
// on questions to news, MRR@10 on none of them (shares of .4 and .5 cost .001 on headlines).
inline constexpr double kShareOfCommonWords = 0.3;
inline constexpr unsigned kLeastRarePostings = 1000;

}  // namespace warta::searcher
