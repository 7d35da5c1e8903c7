package drydock.model.cel;

/// All functions that the API server adds to the language (`apiserver/pkg/cel/environment/base.go`).
final class KubernetesFunctions {

    private KubernetesFunctions() {}

    static FunctionSet all() {
        FunctionSet functions = besidesThoseOfLists();
        ListFunctions.add(functions);
        return functions;
    }

    static FunctionSet besidesThoseOfLists() {
        FunctionSet functions = new FunctionSet();
        RegexFunctions.add(functions);
        UrlFunctions.add(functions);
        QuantityFunctions.add(functions);
        AddressFunctions.add(functions);
        FormatFunctions.add(functions);
        VersionFunctions.add(functions);
        return functions;
    }
}
