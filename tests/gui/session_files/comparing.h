// The view of two recordings, in a window that was just made.
#pragma once

class QTemporaryDir;

namespace ipcscope {
class MainWindow;
}

namespace ipcscope::testing {

void executed_again_it_is_the_same(MainWindow& window);
void what_differs_is_listed_and_found_in_both(MainWindow& window);
void often_and_step_by_step(MainWindow& window);
void what_reaches_outside_is_asked_for(MainWindow& window);
// Of what is shown, with a filter that lets some of it through.
void events_are_exported(MainWindow& window, const QTemporaryDir& folder);

}  // namespace ipcscope::testing
