// Parts of the test of comparisons. What of a program is left out when it is run again, because it may touch
// what the program has not made:
#pragma once

namespace ipcscope::testing {

void what_reaches_outside_is_known();    // of many statements, by the schema
void what_needs_it_goes_with_it();       // results, awaits, loops
void nothing_of_the_examples_is_lost();  // what makes all that it uses runs whole
void a_foreign_queue_stays_untouched();
void a_foreign_process_stays_untouched();
void a_foreign_file_stays_untouched();

// What two runs, or many, come to:
void pairs_lead_from_one_to_the_other();
void what_was_not_to_be_done_is_no_difference();
void how_often_what_differs_is_counted();
void so_many_differences_are_kept();
void what_was_lost_is_not_called_different();
void figures_stand_side_by_side();

}  // namespace ipcscope::testing
