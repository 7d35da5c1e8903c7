/// The sample projects, built by hand in the window, as what they are kept as.
///
/// `Hands` is what a person does with mouse and keyboard; the tests use nothing else to edit.
@org.jspecify.annotations.NullMarked
package drydock.app.sample;
