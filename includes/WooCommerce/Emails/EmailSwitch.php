<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/**
 * WooCommerce's own switch of each e-mail, in the option where WooCommerce keeps it. Beside it stands since when it is
 * on: nobody is told of documents of before.
 */
final class EmailSwitch {

	private const SINCE = 'orderinvoicer_since';

	/** @param \Closure(): Clock $clock */
	public function __construct( private readonly \Closure $clock ) {}

	/** @return list<DocumentKind> about which there is an e-mail. */
	public static function kinds(): array {
		return array_values(
			array_filter( DocumentKind::cases(), static fn ( DocumentKind $kind ): bool => $kind->is_validated() )
		);
	}

	/** As WooCommerce knows the e-mail. */
	public static function id( DocumentKind $kind ): string {
		return "orderinvoicer_$kind->value";
	}

	public static function option( DocumentKind $kind ): string {
		return 'woocommerce_' . self::id( $kind ) . '_settings';
	}

	/** @return array<string, \DateTimeImmutable> by DocumentKind value. */
	public function since(): array {
		return CheckedRead::read(
			function (): array {
				wp_prime_option_caches( array_map( self::option( ... ), self::kinds() ) );
				$since = [];
				foreach ( self::kinds() as $kind ) {
					$since[ $kind->value ] = $this->since_of( $kind );
				}
				return array_filter( $since );
			}
		);
	}

	/** WooCommerce saves the settings of an e-mail, in its pages or by REST. */
	public function with_since( mixed $settings, mixed $before ): mixed {
		if ( ! is_array( $settings ) ) {
			return $settings;
		}
		unset( $settings[ self::SINCE ] );
		return self::is_on( $settings )
			? $settings + [ self::SINCE => self::kept( $before ) ?? ( $this->clock )()->now()->format( DATE_ATOM ) ]
			: $settings;
	}

	/**
	 * WooCommerce makes its e-mails in requests that send none and asks for the settings of each. It stores them to be
	 * loaded with all other options: those that are not among these are not there, and no question is needed for that.
	 */
	public function nothing_stored( mixed $answer, string $option ): mixed {
		return $answer === false && ! isset( wp_load_alloptions()[ $option ] ) ? [] : $answer;
	}

	private function since_of( DocumentKind $kind ): ?\DateTimeImmutable {
		$settings = get_option( self::option( $kind ) );
		if ( ! self::is_on( $settings ) ) {
			return null;
		}
		if ( self::kept( $settings ) === null ) {
			update_option( self::option( $kind ), $settings, true ); // Written past us: it counts from now on.
			$settings = get_option( self::option( $kind ) );
		}
		$kept = self::kept( $settings );
		return $kept === null ? null : new \DateTimeImmutable( $kept );
	}

	private static function is_on( mixed $settings ): bool {
		return is_array( $settings ) && ( $settings['enabled'] ?? 'no' ) === 'yes';
	}

	private static function kept( mixed $settings ): ?string {
		$kept = is_array( $settings ) && self::is_on( $settings ) ? $settings[ self::SINCE ] ?? null : null;
		return is_string( $kept ) && date_create_immutable( $kept ) !== false ? $kept : null;
	}
}
