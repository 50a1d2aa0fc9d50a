<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Payments\PaymentDraft;
use OrderInvoicer\Domain\Payments\RemotePayment;
use OrderInvoicer\Domain\Payments\StandingPayment;
use OrderInvoicer\Sellsy\Client\Answer;

/** `POST /companies|individuals/{id}/payments` and what it answers. Amounts are TTC. */
final class PaymentMapping {

	/** Transaction ids and our keys are no longer; Sellsy names no limit. */
	private const MAX_NUMBER = 100;

	public function __construct( private readonly SeenPaymentMapping $seen = new SeenPaymentMapping() ) {}

	/** @return array<string, mixed> */
	public function body( PaymentDraft $draft ): array {
		$number = Text::code( $draft->number, self::MAX_NUMBER );
		return [
			'type'              => $draft->pays_back ? 'debit' : 'credit',
			'payment_method_id' => $draft->method_id,
			'paid_at'           => $draft->paid_at->format( DATE_ATOM ),
			'amount'            => [
				'value'    => $draft->amount->to_scale( $draft->currency->decimals ),
				'currency' => $draft->currency->code,
			],
			'note'              => Text::code( $draft->note, self::MAX_NUMBER ),
		] + ( $number === '' ? [] : [ 'number' => $number ] );
	}

	/** Null for money the other way, and for what was rejected, failed or given back. */
	public function standing( Answer $answer, bool $is_out ): ?StandingPayment {
		$status = $answer->string( 'status' );
		$is_it  = $answer->string( 'type' ) === ( $is_out ? 'debit' : 'credit' );
		if ( ! $is_it || ! in_array( $status, [ 'confirmed', 'pending' ], true ) ) {
			return null;
		}
		$seen   = $this->seen->payment( $answer );
		$linked = [];
		foreach ( $seen->links as $link ) {
			$place            = StandingPayment::place( $link->kind, $link->document_id );
			$linked[ $place ] = ( $linked[ $place ] ?? Decimal::zero() )->plus( $link->amount );
		}
		return new StandingPayment(
			id: $seen->id,
			is_confirmed: $status === 'confirmed',
			currency: $seen->currency,
			free: $answer->object( 'amounts' )->decimal( 'remaining' ),
			paid_at: $seen->paid_at,
			linked: $linked,
			note: trim( $answer->string( 'note' ) ),
			amount: $seen->amount,
		);
	}

	public function payment( Answer $answer ): RemotePayment {
		$amounts = $answer->object( 'amounts' );
		return new RemotePayment(
			id: $answer->id(),
			number: $answer->string( 'number' ),
			note: $answer->string( 'note' ),
			amount: $amounts->decimal( 'total' ),
			remaining: $amounts->decimal( 'remaining' ),
			invoices: self::invoices( $answer ),
		);
	}

	/** @return ?list<int> null where they are not known: they are for observation alone, and fail no money. */
	private static function invoices( Answer $answer ): ?array {
		try {
			$are_invoices = array_filter(
				$answer->list( 'related_objects' ),
				static fn ( Answer $one ): bool => $one->string( 'type' ) === 'invoice'
			);
			return array_values( array_map( static fn ( Answer $one ): int => $one->id(), $are_invoices ) );
		} catch ( RemoteFailure ) {
			return null;
		}
	}
}
