// What an element's tag, class and id say about its text: tables of names that sites use for content and furniture.
#pragma once

#include "indexer/extract/html_document.h"

namespace warta::indexer {

// Makes a block of its own: a paragraph, a division, a heading, a cell.
bool is_block_element(const GumboNode* node);

bool is_heading_element(const GumboNode* node);

// Holds no text for a reader: scripts, styles, controls of forms, embedded things.
bool is_textless(const GumboNode* node);

// A caption or credit of a picture.
bool is_caption(const GumboNode* node);

// Navigation, sidebar, comments, related links, advertisement, share bar, by tag or by class and id.
bool is_furniture_element(const GumboNode* node);

// Names an author: <div class="read__author">.
bool is_credit_element(const GumboNode* node);

// The path to a page through the site's sections.
bool is_breadcrumb(const GumboNode* node);

// Stands in comments, related articles, a sidebar, navigation or a footer, by tag or name of an element around it.
bool is_in_other_text(const GumboNode* node);

// How strongly tag, class and id promise an article's text: 0 where they say nothing.
int content_promise(const GumboNode* node);

}  // namespace warta::indexer
