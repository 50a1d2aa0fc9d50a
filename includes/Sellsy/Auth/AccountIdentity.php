<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Tables\CheckedRead;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/**
 * Which Sellsy account the present credentials belong to, remembered since Sellsy said so.
 *
 * @assumes account-of-token
 */
final class AccountIdentity {

	public const OPTION = 'orderinvoicer_account';

	public function __construct( private readonly CredentialStore $credentials ) {}

	/**
	 * Empty when never connected with these credentials.
	 *
	 * @throws DatabaseRefused what is known at Sellsy is known by account.
	 */
	public function id(): string {
		$id = $this->kept()['account'] ?? '';
		return is_string( $id ) ? $id : '';
	}

	/**
	 * What Sellsy called the account last: the company whose books they are. Empty where it did not say; null where
	 * nobody asked, as after an update from a release that did not.
	 */
	public function name(): ?string {
		$name = $this->kept()['name'] ?? null;
		return is_string( $name ) ? $name : null;
	}

	/**
	 * @param string $account Sellsy's own identifier. Empty where the connected person may not see it: the client
	 *                        stands for its account then, which is right until the owner makes another client.
	 */
	public function remember( string $account, string $name ): void {
		$kept = [
			'client'  => $this->client(),
			'account' => $account === '' ? 'client-' . $this->client() : $account,
			'name'    => $name,
		];
		update_option( self::OPTION, $kept, false );
	}

	/** Of the account that is known; which one it is stays as it was. */
	public function rename( string $name ): void {
		$kept = $this->kept();
		if ( $kept !== [] ) {
			update_option( self::OPTION, [ 'name' => $name ] + $kept, false );
		}
	}

	/** When the plugin goes: a sole trader's account has a person's name. Whichever client it is of. */
	public static function forget_name(): void {
		$kept = get_option( self::OPTION, [] );
		if ( is_array( $kept ) && array_key_exists( 'name', $kept ) ) {
			unset( $kept['name'] );
			update_option( self::OPTION, $kept, false );
		}
	}

	/**
	 * @return array<mixed> of the present client alone.
	 * @throws DatabaseRefused
	 */
	private function kept(): array {
		$kept = CheckedRead::read( static fn (): mixed => get_option( self::OPTION, [] ) );
		return is_array( $kept ) && ( $kept['client'] ?? '' ) === $this->client() ? $kept : [];
	}

	/** A client id is no secret, but nothing needs it here in full. */
	private function client(): string {
		return substr( hash( 'sha256', $this->credentials->current()->client_id ?? '' ), 0, 32 );
	}
}
