<?php

declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Options;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\DefaultSettings;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\WordPress\Tables\CheckedRead;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Moment;

/** One option, autoloaded: it is asked on each change of an order's status. */
final class OptionSettings implements SettingsStore {

	public const OPTION = SettingSwitch::OPTION;

	private const MENDED = 'orderinvoicer_settings_mended_at';

	/**
	 * What they were made of last: they are asked for many times in a pass, and seldom change.
	 *
	 * @var array{string, array<mixed>}|null
	 */
	private ?array $made_of = null;

	private ?Settings $made = null;

	/** What was stored, as WordPress keeps it in this process: the same text, the same settings. */
	private mixed $text = null;

	public function __construct(
		private readonly SettingsArray $arrays,
		private readonly Moment $moment = new Moment(),
	) {}

	/** @throws DatabaseRefused with the defaults another code would be written on documents. */
	public function get(): Settings {
		return $this->moment->remember( self::OPTION, $this->read( ... ) );
	}

	private function read(): Settings {
		$text = self::text();
		if ( $this->made === null || $text === null || $text !== $this->text ) {
			$this->made = $this->made();
			$this->text = is_string( $this->made_of[1]['shop_code'] ?? null ) ? $text : null;
		}
		return $this->made;
	}

	/** Null where WordPress keeps none, or other code answers for it. */
	private static function text(): ?string {
		$loaded = wp_cache_get( 'alloptions', 'options' );
		$text   = is_array( $loaded ) ? $loaded[ self::OPTION ] ?? null : null;
		$hooks  = [ 'pre_option', 'alloptions', 'pre_option_' . self::OPTION, 'option_' . self::OPTION ];
		return is_string( $text ) && array_filter( $hooks, has_filter( ... ) ) === [] ? $text : null;
	}

	private function made(): Settings {
		$stored = CheckedRead::read( static fn (): mixed => get_option( self::OPTION, [] ) );
		$stored = is_array( $stored ) ? $stored : [];
		$code   = is_string( $stored['shop_code'] ?? null ) ? '' : $this->proposed_shop_code();
		if ( $this->made === null || $this->made_of !== [ $code, $stored ] ) {
			$defaults      = ( new DefaultSettings( $this->arrays ) )->settings( $code );
			$this->made    = $this->arrays->merged( $defaults, $stored );
			$this->made_of = [ $code, $stored ];
		}
		return $this->made;
	}

	/** What the shop's address and name propose, whatever is stored. */
	public function proposed_shop_code(): string {
		$home = (array) wp_parse_url( home_url() );
		$name = CheckedRead::read( static fn (): mixed => get_option( 'blogname' ) );
		return ( new DefaultSettings( $this->arrays ) )->shop_code(
			(string) ( $home['host'] ?? '' ),
			(string) ( $home['path'] ?? '' ),
			remove_accents( wp_specialchars_decode( is_string( $name ) ? $name : '', ENT_QUOTES ) )
		);
	}

	public function save( Settings $settings ): void {
		update_option( self::OPTION, $this->arrays->to_array( $settings ), true );
	}

	public function mended_at(): ?\DateTimeImmutable {
		$at = CheckedRead::read( static fn (): mixed => get_option( self::MENDED, 0 ) );
		return is_numeric( $at ) && (int) $at > 0 ? new \DateTimeImmutable( '@' . (int) $at ) : null;
	}

	public function mended( \DateTimeImmutable $now ): void {
		update_option( self::MENDED, $now->getTimestamp(), false );
	}
}
