<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;

/** What holds until the owner chooses: nothing is switched on, and documents would stay drafts. */
final class DefaultSettings {

	/** Of a shop code: letters of the name, or of half of it beside a folder, and those of the whole address. */
	private const NAME     = 5;
	private const HALF     = 3;
	private const MARK     = 3;
	private const FALLBACK = 'SHOP';

	/** None that is taken for another when it is read aloud or written by hand. */
	private const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

	public function __construct( private readonly SettingsArray $arrays = new SettingsArray() ) {}

	/** What is declared at the settings, and what depends on the shop or on the kind of document. */
	public function settings( string $shop_code ): Settings {
		$of_kinds = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$of_kinds[ $kind->value ] = [ 'trigger' => $this->trigger( $kind ) ];
		}
		return $this->arrays->merged(
			$this->arrays->declared(),
			[
				'shop_code' => $shop_code,
				'states'    => $this->states(),
			] + $of_kinds
		);
	}

	private function trigger( DocumentKind $kind ): string {
		return match ( $kind ) {
			DocumentKind::Invoice, DocumentKind::CreditNote => Trigger::PAID,
			DocumentKind::Delivery => Trigger::SHIPPED,
			default => Trigger::CONFIRMED,
		};
	}

	/** @return list<array<string, string>> of those that Sellsy knows for the kind. */
	private function states(): array {
		$rules = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$known = DocumentState::states( $kind );
			foreach ( $this->defaults() as $status => $state ) {
				if ( in_array( $state, $known, true ) ) {
					$rules[] = [
						'kind'   => $kind->value,
						'status' => $status,
						'state'  => $state->value,
					];
				}
			}
		}
		return $rules;
	}

	/** @return array<string, DocumentState> by order status. */
	private function defaults(): array {
		return [
			'pending'           => DocumentState::Draft,
			'on-hold'           => DocumentState::Draft,
			StateRule::SHIPPED  => DocumentState::Shipped,
			'completed'         => DocumentState::Finalised,
		];
	}

	/**
	 * One that its owner recognises and no other shop gets: the beginning of the host name, or of the shop's own name
	 * where the host is a bare IP number, and three characters of the whole address. Two shops of one owner in one
	 * Sellsy account (boutique-lyon.fr, boutique-paris.fr; folders of one host) must not write the same references.
	 *
	 * @param string $host of the shop's home page.
	 * @param string $path of the same page.
	 * @param string $shop what the shop is called, without accents.
	 */
	public function shop_code( string $host, string $path, string $shop ): string {
		$is_number = filter_var( trim( $host, '[]' ), FILTER_VALIDATE_IP ) !== false;
		$name      = $this->letters(
			$is_number ? $shop : explode( '.', (string) preg_replace( '/^www\./i', '', $host ) )[0]
		);

		$folder  = $this->letters( $path );
		$begins  = substr( $folder === '' ? $name : substr( $name, 0, self::HALF ) . $folder, 0, self::NAME );
		$address = strtolower( (string) preg_replace( '/^www\./i', '', $host ) . rtrim( $path, '/' ) );
		return ( strlen( $begins ) < 2 ? self::FALLBACK : $begins ) . $this->mark( "$address $name" );
	}

	private function mark( string $address ): string {
		$hash = hash( 'sha256', $address, true );
		$mark = '';
		for ( $i = 0; $i < self::MARK; $i++ ) {
			$mark .= self::SIGNS[ ord( $hash[ $i ] ) % strlen( self::SIGNS ) ];
		}
		return $mark;
	}

	private function letters( string $text ): string {
		return (string) preg_replace( '/[^A-Z0-9]/', '', strtoupper( $text ) );
	}
}
