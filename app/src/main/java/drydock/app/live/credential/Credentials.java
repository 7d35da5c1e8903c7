package drydock.app.live.credential;

import io.fabric8.kubernetes.client.OAuthTokenProvider;

/// Where the token of a user comes from. Any thread may ask.
public interface Credentials extends OAuthTokenProvider {

    /// The token for the next request; empty where there is none.
    @Override
    String getToken();

    /// The server knows the token no more: another is fetched for the next request.
    void renew();

    /// No token, or one that stays as it is.
    static Credentials fixed(String token) {
        return new Credentials() {
            @Override
            public String getToken() {
                return token;
            }

            @Override
            public void renew() {
                // there is no other
            }
        };
    }
}
