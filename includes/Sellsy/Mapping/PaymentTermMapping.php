<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Sellsy\Client\Answer;

/** Payment terms: what a document must send depends on the term's code (`payment_terms` of `POST /invoices`). */
final class PaymentTermMapping {

	private const ID_ONLY       = [ 'onorder', 'endmonth', 'received', 'oninvoice', 'nextmonth' ];
	private const END_OF_MONTH  = [ '30days', '45days', '60days' ];
	private const NUMBER_OF_DAYS = [ 'xdays' ];

	/**
	 * Null for the terms that need more than Sellsy's list says of them: free dates, instalments, descriptions.
	 *
	 * @return array{id: int, label: string, terms: array<string, int|bool>}|null
	 */
	public function term( Answer $answer ): ?array {
		$terms = $this->terms( $answer );
		return $terms === null ? null : [
			'id'    => $answer->id(),
			'label' => $answer->string( 'label' ),
			'terms' => $terms,
		];
	}

	/** @return array<string, int|bool>|null */
	private function terms( Answer $answer ): ?array {
		$id   = [ 'id' => $answer->id() ];
		$code = $answer->string( 'code' );
		$days = $answer->optional_int( 'x_days' );
		return match ( true ) {
			in_array( $code, self::ID_ONLY, true ) => $id,
			in_array( $code, self::END_OF_MONTH, true ) => $id
				+ [ 'end_of_month' => $answer->bool( 'end_of_month', false ) ],
			in_array( $code, self::NUMBER_OF_DAYS, true ) && $days !== null => $id + [ 'x_days' => $days ],
			default => null,
		};
	}
}
