<?php

declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Options;

defined( 'ABSPATH' ) || exit;

/** What the last test of the connection showed, per client id; only for display. */
final class OptionConnection {

	public const OPTION = 'orderinvoicer_connection';

	/** @param array{id: int, name: string, email: string}|null $staff null: refused. */
	public function remember( string $client_id, ?array $staff ): void {
		update_option(
			self::OPTION,
			[
				'client_id' => $client_id,
				'staff'     => $staff,
			],
			false
		);
	}

	public function is_known( string $client_id ): bool {
		return $this->stored( $client_id ) !== null;
	}

	/** @return array{id: int, name: string, email: string}|null */
	public function staff( string $client_id ): ?array {
		$staff = $this->stored( $client_id )['staff'] ?? null;
		if (
			! is_array( $staff )
			|| ! is_int( $staff['id'] ?? null )
			|| ! is_string( $staff['name'] ?? null )
			|| ! is_string( $staff['email'] ?? null )
		) {
			return null;
		}
		return [
			'id'    => $staff['id'],
			'name'  => $staff['name'],
			'email' => $staff['email'],
		];
	}

	public function forget(): void {
		delete_option( self::OPTION );
	}

	/** @return array<mixed>|null of another client: null. */
	private function stored( string $client_id ): ?array {
		$stored = get_option( self::OPTION );
		return is_array( $stored ) && ( $stored['client_id'] ?? null ) === $client_id ? $stored : null;
	}
}
