package drydock.app.export;

/// How something is to be exported.
///
/// @param selection whether only what is selected is wanted
/// @param legend whether a picture says below what its lines mean
/// @param scale pixels for one scene unit, of a PNG
/// @param kustomization whether `kustomization.yaml` is written beside many files
record ExportChoice(ExportFormat format, boolean selection, boolean legend, double scale, boolean kustomization) {}
