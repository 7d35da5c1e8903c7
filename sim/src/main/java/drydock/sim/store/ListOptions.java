package drydock.sim.store;

/// How a list is asked for.
///
/// @param limit how many objects a page has at most, 0 for all
/// @param next what the page before told to go on with, empty for the first
/// @param version the version that the list is to show at least, empty for the newest
/// @param exact whether it is to show just that version
public record ListOptions(int limit, String next, String version, boolean exact) {

    /// All objects, as they are now.
    public static final ListOptions ALL = new ListOptions(0, "", "", false);

    /// Pages of `most` objects.
    public static ListOptions pages(int most) {
        return new ListOptions(most, "", "", false);
    }

    /// The page behind the one that told `token`.
    public ListOptions after(String token) {
        return new ListOptions(limit, token, version, exact);
    }
}
