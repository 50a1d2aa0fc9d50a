<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

/** Sellsy's addresses; they change by constant only, for a sandbox. No trailing slash. */
final class Endpoints {

	public function __construct(
		public readonly string $api,
		public readonly string $login,
		public readonly string $app,
		public readonly string $v1,
	) {}

	public static function from_constants(): self {
		return new self(
			api: self::constant( 'ORDERINVOICER_SELLSY_API_URL', 'https://api.sellsy.com/v2' ),
			login: self::constant( 'ORDERINVOICER_SELLSY_LOGIN_URL', 'https://login.sellsy.com' ),
			app: self::constant( 'ORDERINVOICER_SELLSY_APP_URL', 'https://www.sellsy.com' ),
			v1: self::constant( 'ORDERINVOICER_SELLSY_V1_URL', 'https://apifeed.sellsy.com/0' ),
		);
	}

	private static function constant( string $name, string $default_url ): string {
		$value = defined( $name ) ? constant( $name ) : '';
		return rtrim( is_string( $value ) && $value !== '' ? $value : $default_url, '/' );
	}
}
