/// Lessons: sample projects with a page that says what to do and what to see, and a script that is played line by line.
/// A lesson is a folder; it is opened as a copy, and its script typed into the console.
/// Uses scripts, the session and the workspace; the shell puts it into the window.
@NullMarked
package drydock.app.lesson;

import org.jspecify.annotations.NullMarked;
