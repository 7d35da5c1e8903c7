package drydock.model.validation;

/// One thing that the API server refuses of an object.
///
/// @param field the field as the API server writes it, `spec.containers[0].name`
/// @param words what the API server says behind it, as `Required value`
public record Refusal(String field, String words) {

    /// As the API server writes it in its message.
    @Override
    public String toString() {
        return field + ": " + words;
    }
}
