<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\MissingAccess;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;

/** Whether Sellsy can be asked at all. Asks nobody: it looks at what is stored. */
final class Access implements MissingAccess {

	public function __construct(
		private readonly CredentialStore $credentials,
		private readonly TokenStore $tokens,
	) {}

	public function is_possible(): bool {
		$credentials = $this->credentials->current();
		return $credentials !== null && ! $this->lacks_consent( $credentials );
	}

	/** True for a private client that nobody has allowed yet, or whose last refresh token is used up. */
	public function waits_for_consent(): bool {
		$credentials = $this->credentials->current();
		return $credentials !== null && $this->lacks_consent( $credentials );
	}

	public function problem(): ?Problem {
		$code = match ( true ) {
			! $this->credentials->are_readable() => ProblemCode::SecretsUnreadable,
			$this->is_possible()                 => null,
			$this->waits_for_consent()           => ProblemCode::Unauthorized,
			default                              => ProblemCode::NotConnected,
		};
		return $code === null ? null : new Problem( $code );
	}

	private function lacks_consent( Credentials $credentials ): bool {
		return $credentials->need_consent()
			&& $this->tokens->read()?->can_be_renewed( $credentials->client_id ) !== true;
	}
}
