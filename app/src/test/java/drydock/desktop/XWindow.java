package drydock.desktop;

/// A window that can be seen on a display, with its place in pixels.
record XWindow(long id, String title, int x, int y, int width, int height) {}
