package drydock.render.layout;

/// Two things that belong together; `from` stands left of `to` where possible.
public record Link<K>(K from, K to) {}
