package drydock.model.storage;

/// How much is read of a folder before the rest is left out, with a problem.
///
/// @param files files of manifests
/// @param fileBytes bytes of one file
/// @param totalBytes bytes of all files
/// @param depth folders within each other
/// @param entries files and folders of any kind that are looked at
record Bounds(int files, long fileBytes, long totalBytes, int depth, int entries) {

    static final Bounds USUAL = new Bounds(20_000, 64L << 20, 256L << 20, 40, 200_000);
}
