package drydock.model.manifest;

/// Makes objects of one class and sets their fields.
interface ModelMaker {

    Object make();

    /// Sets the field at `place`.
    ///
    /// @param value of the field's class
    void set(Object object, int place, Object value);
}
