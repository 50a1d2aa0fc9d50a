<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Seen\PaymentLink;
use OrderInvoicer\Domain\Seen\SeenPayment;
use OrderInvoicer\Sellsy\Client\Answer;

/**
 * Payments of everybody, in their own answers and in the lists of documents, which are of another shape.
 *
 * @assumes day-of-payment
 */
final class SeenPaymentMapping {

	/** An answer of `/payments`: what of it stands on which document is documented. */
	public function payment( Answer $answer ): SeenPayment {
		return new SeenPayment(
			id: $answer->id(),
			counts: self::counts( $answer ),
			currency: $answer->string( 'currency' ),
			amount: $answer->object( 'amounts' )->decimal( 'total' ),
			paid_at: self::moment( $answer->string( 'paid_at' ) ),
			links: self::links( $answer ),
			is_debit: self::is_debit( $answer ),
			may_come: self::may_come( $answer ),
		);
	}

	/** An entry of `/invoices/{id}/payments` and the like. */
	public function listed( Answer $answer ): SeenPayment {
		$amount = $answer->object( 'amount' );
		return new SeenPayment(
			id: $answer->id(),
			counts: self::counts( $answer ),
			currency: $amount->string( 'currency' ),
			amount: $amount->optional_decimal( 'value' ),
			paid_at: self::moment( $answer->string( 'paid_at' ) ),
			is_debit: self::is_debit( $answer ),
			may_come: self::may_come( $answer ),
		);
	}

	private static function counts( Answer $answer ): bool {
		return $answer->string( 'status' ) === 'confirmed' && $answer->string( 'type' ) === 'credit';
	}

	private static function may_come( Answer $answer ): bool {
		return $answer->string( 'status' ) === 'pending' && $answer->string( 'type' ) === 'credit';
	}

	private static function is_debit( Answer $answer ): bool {
		return $answer->string( 'type' ) === 'debit';
	}

	/** @return list<PaymentLink> */
	private static function links( Answer $answer ): array {
		$links = [];
		foreach ( $answer->has( 'related_objects' ) ? $answer->list( 'related_objects' ) : [] as $related ) {
			$kind = self::kind( $related->string( 'type' ) );
			if ( $kind !== null ) {
				$links[] = new PaymentLink( $kind, $related->id(), $related->decimal( 'amount_linked' ) );
			}
		}
		return $links;
	}

	private static function kind( string $type ): ?DocumentKind {
		return match ( $type ) {
			'invoice'     => DocumentKind::Invoice,
			'credit-note' => DocumentKind::CreditNote,
			'order'       => DocumentKind::Order,
			'estimate'    => DocumentKind::Estimate,
			default       => null,
		};
	}

	/** In the time zone that it is given in: a day without an hour begins there. */
	private static function moment( string $text ): ?\DateTimeImmutable {
		$moment = $text === '' ? false : date_create_immutable( $text );
		return $moment === false ? null : $moment;
	}
}
