<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\PaymentSettings;

/**
 * Proposes the account's payment methods for the shop's gateways, by name: Sellsy's methods are free texts in the
 * owner's language, and a gateway's own name in one of them is the best sign.
 */
final class MethodProposals {

	/**
	 * Words of a gateway's id or title => words of a method that is the same means of payment. The first that fits
	 * counts.
	 */
	private const MEANS = [
		[ [ 'cheque', 'check' ], [ 'cheque', 'check' ] ],
		[ [ 'cod', 'livraison', 'delivery' ], [ 'livraison', 'delivery', 'especes', 'cash' ] ],
		[ [ 'especes', 'cash' ], [ 'especes', 'cash' ] ],
		[ [ 'bacs', 'virement', 'transfer', 'wire' ], [ 'virement', 'transfer' ] ],
		[ [ 'prelevement', 'sepa', 'gocardless' ], [ 'prelevement', 'debit' ] ],
		[ [ 'gift_card' ], [ 'cadeau', 'gift' ] ],
		[ [ 'store_credit' ], [ 'avoir', 'credit' ] ],
		[ [ 'card', 'carte', 'cb' ], [ 'carte', 'card', 'cb' ] ],
		[ [ 'paypal', 'ppcp', 'klarna', 'alma', 'oney', 'scalapay' ], [] ],
		[
			[
				...[ 'stripe', 'square', 'woopayments', 'woocommerce_payments', 'payplug', 'mollie', 'monetico' ],
				...[ 'systempay', 'payzen', 'sumup', 'adyen', 'worldline' ],
			],
			[ 'carte', 'card', 'cb' ],
		],
	];

	/** Words that many names share: they do not say who is paid through. */
	private const COMMON = 'gateway payment payments paiement paiements woocommerce with par avec via direct les une '
		. 'the and card carte bank bancaire credit debit gift cadeau store avoir transfer virement cash livraison '
		. 'delivery';

	/** @param list<array{id: int, label: string}> $methods the account's. */
	public function __construct( private readonly array $methods ) {}

	/**
	 * Null when none fits; not certain where several methods carry the word that decided: a person must look.
	 *
	 * @return array{method_id: int, is_certain: bool}|null
	 */
	public function for_gateway( string $id, string $title ): ?array {
		if ( $id === PaymentSettings::UNNAMED ) {
			return null; // Nothing is known of how these were paid.
		}
		$names = $this->words( "$id $title" );
		return $this->first_with( array_diff( $names, explode( ' ', self::COMMON ) ) )
			?? $this->first_with( $this->means( $id, $names ) );
	}

	/**
	 * @param list<string> $names
	 * @return list<string>
	 */
	private function means( string $id, array $names ): array {
		foreach ( self::MEANS as [ $gateways, $words ] ) {
			if ( array_intersect( $gateways, [ $id, ...$names ] ) !== [] ) {
				return $words;
			}
		}
		return [];
	}

	/**
	 * @param array<string> $words the best first.
	 * @return array{method_id: int, is_certain: bool}|null
	 */
	private function first_with( array $words ): ?array {
		foreach ( $words as $word ) {
			$named = array_values(
				array_filter(
					$this->methods,
					fn ( array $method ): bool => in_array( $word, $this->words( $method['label'] ), true )
				)
			);
			if ( $named !== [] ) {
				return [
					'method_id'  => $named[0]['id'],
					'is_certain' => count( $named ) === 1,
				];
			}
		}
		return null;
	}

	/**
	 * Small letters without accents; `ppcp-gateway` is two words.
	 *
	 * @return list<string> of three letters and more, and CB.
	 */
	private function words( string $text ): array {
		$plain = strtr(
			mb_strtolower( $text ),
			[
				'é' => 'e',
				'è' => 'e',
				'ê' => 'e',
				'à' => 'a',
				'ç' => 'c',
				'ô' => 'o',
			]
		);
		$words = preg_split( '/[^a-z0-9]+/', $plain, -1, PREG_SPLIT_NO_EMPTY );
		return array_values(
			array_filter(
				$words === false ? [] : $words,
				static fn ( string $word ): bool => strlen( $word ) > 2 || $word === 'cb'
			)
		);
	}
}
