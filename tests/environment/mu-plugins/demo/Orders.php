<?php
/**
 * Which of the recorded orders the page offers, with a plain name for each and one for each of their articles.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

final class Orderinvoicer_Demo_Orders {

	/** Recording => its name, and what its articles are called. */
	public const ALL = [
		'ttc-three-at-9-99'  => [ 'Basket with VAT, private person', [ 'Tasse en grès' ] ],
		'ttc-company'        => [ 'Basket with VAT, company', [ 'Machine à expresso', 'Lot de six tasses' ] ],
		'ttc-four-rates'     => [
			'Basket with VAT, four rates',
			[ 'Sac en toile', 'Panier repas', 'Livre de recettes', 'Revue trimestrielle' ],
		],
		'ttc-percent-coupon' => [ 'Basket with VAT, 10 % off', [ 'Tasse en grès', 'Livre de recettes' ] ],
		'ht-company'         => [ 'Basket without VAT, company', [ 'Table bistrot', 'Chaise pliante' ] ],
		'ttc-oss'            => [ 'Private person in Germany, German VAT', [ 'Sac en toile' ] ],
		'ttc-reverse-charge' => [ 'Company in Germany, without VAT', [ 'Sac en toile' ] ],
		'ttc-export'         => [ 'Export to the United States', [ 'Tasse en grès' ] ],
		'ttc-stacked'        => [ 'An order that asks for your decision', [ 'Coffret découverte' ] ],
	];

	/** @return array<int, array{value: string, name: string, lines: list<string>, buyer: string, total: string}> */
	public static function cards(): array {
		$cards = [];
		foreach ( self::ALL as $recording => [ $name ] ) {
			$order   = self::draft( $recording );
			$cards[] = [
				'value' => $recording,
				'name'  => Orderinvoicer_Demo_Words::say( $name ),
				'lines' => self::lines( $order['items'] ),
				'buyer' => self::buyer( $order['order']['billing'] ),
				'total' => self::money( $order['order']['total'], $order['order']['currency'] ),
			];
		}
		return $cards;
	}

	/** @return array<string, string> The articles' names by those that the recording gives them. */
	public static function names( string $recording ): array {
		$names = [];
		foreach ( self::ALL[ $recording ][1] as $place => $name ) {
			$names[ 'Article ' . ( $place + 1 ) ] = $name;
		}
		return $names;
	}

	public static function money( string $amount, string $currency ): string {
		$sign = $currency === 'EUR' ? '€' : $currency;
		return number_format_i18n( (float) $amount, 2 ) . "\u{a0}{$sign}";
	}

	/** @return array{order: array<string, mixed>, items: list<array<string, mixed>>} */
	private static function draft( string $recording ): array {
		return ( new Standin_Recordings() )->read( $recording, self::names( $recording ) );
	}

	/**
	 * @param list<array<string, mixed>> $items
	 * @return list<string>
	 */
	private static function lines( array $items ): array {
		$lines = [];
		foreach ( $items as $item ) {
			if ( $item['type'] === 'line_item' ) {
				$lines[] = "{$item['meta']['_qty']} × {$item['name']}";
			} elseif ( $item['type'] === 'shipping' ) {
				$lines[] = Orderinvoicer_Demo_Words::say( 'Delivery' );
			}
		}
		return $lines;
	}

	/** @param array<string, string> $billing */
	private static function buyer( array $billing ): string {
		$who = $billing['company'] !== '' ? $billing['company'] : "{$billing['first_name']} {$billing['last_name']}";
		return "{$who}, {$billing['city']}";
	}
}
