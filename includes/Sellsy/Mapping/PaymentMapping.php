<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Payments\PaymentDraft;
use OrderInvoicer\Domain\Payments\RemotePayment;
use OrderInvoicer\Sellsy\Client\Answer;

/** `POST /companies|individuals/{id}/payments` and what it answers. Amounts are TTC. */
final class PaymentMapping {

	/** Transaction ids and our keys are no longer; Sellsy names no limit. */
	private const MAX_NUMBER = 100;

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

	public function payment( Answer $answer ): RemotePayment {
		$amounts = $answer->object( 'amounts' );
		return new RemotePayment(
			id: $answer->id(),
			number: $answer->string( 'number' ),
			note: $answer->string( 'note' ),
			amount: $amounts->decimal( 'total' ),
			remaining: $amounts->decimal( 'remaining' ),
		);
	}
}
