/// The file of a live watch: what a cluster told, line by line, written as it came and read again.
/// A file comes from anywhere: reading one makes values, runs nothing and is bounded in memory.
/// The window's live and replayed clusters use it, and the command line.
@NullMarked
package drydock.app.recording;

import org.jspecify.annotations.NullMarked;
