#include "base/command_line/manual.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/command_line/sample_program.h"

namespace warta {
namespace {

using testing::HasSubstr;

std::string made(std::string (*text)(const CommandLine&)) {
  set_language(Language::english);
  SampleFields fields;
  return text(sample_program(fields));
}

TEST(Manual, HasAFormForEachCommand) {
  EXPECT_EQ(made(manual_synopsis), R"(.Nm
.Cm tutup
.Op Ar options
.Ar DB
.Nm
.Cm buka
.Op Ar options
)");
}

TEST(Manual, SaysWhatCommandsDo) {
  EXPECT_EQ(made(manual_commands), R"(.Bl -tag -width Ds
.It Cm tutup Ar DB
Close the shop.
Waits for \e and - first.
See \fB\-\-wait\fR.
.Bl -tag -width Ds
.It Ar DB
The shop.
.El
.It Cm buka
Open the shop.
.El
)");
}

TEST(Manual, SaysWhatOptionsDo) {
  const std::string options = made(manual_options);
  EXPECT_THAT(options, HasSubstr(R"(.Bl -tag -width Ds
.It Ar DB
The shop.
.It Ar WORD ...
What to buy.
.It Fl h , Fl -help
)"));
  EXPECT_THAT(options, HasSubstr(R"(.It Fl n , Fl -limit Ar N
Things shown.
From 1 to 100.
The default is \fB10\fR.
)"));
  EXPECT_THAT(options, HasSubstr(R"(.It Fl -tag Ar NAME
With this tag; may be repeated.
Any of them will do.
\fB\-\-tag \-\fR is none.
)"));
  EXPECT_THAT(options, HasSubstr(R"(.It Fl c , Fl -colour Cm red | green
Of the things.
The default is \fBred\fR.
)"));
}

// An option of several commands stands once, under all of them.
TEST(Manual, NamesTheCommandsOfAnOption) {
  const std::string options = made(manual_options);
  EXPECT_THAT(options, HasSubstr(R"(.Ss Options of all commands
.Bl -tag -width Ds
.It Fl n , Fl -limit Ar N
)"));
  EXPECT_THAT(options, HasSubstr(R"(.Ss Options of buka
.Bl -tag -width Ds
.It Fl -wide
Both doors.
.El
)"));
}

TEST(Manual, ListsExitCodes) {
  const std::string codes = made(manual_exit_status);
  EXPECT_THAT(codes, HasSubstr(".Bl -tag -width 130\n.It 0\nEverything was done"));
  EXPECT_THAT(codes, HasSubstr(".It 130\nCtrl-C or SIGTERM.\nWhat was committed stays.\n.El\n"));
}

}  // namespace
}  // namespace warta
