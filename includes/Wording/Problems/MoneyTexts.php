<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;

/** Sums of an order that do not agree. */
final class MoneyTexts implements Texts {

	public function title( ProblemCode $code ): ?string {
		return $code === ProblemCode::SumsDiffer
			? __( 'Order and documents do not come to the same', 'orderinvoicer' )
			: null;
	}

	public function text( Problem $problem ): ?string {
		if ( $problem->code !== ProblemCode::SumsDiffer ) {
			return null;
		}
		$documents = $problem->fact( 'documents' ) === '' ? '' : sprintf(
			/* translators: 1: amount of money, 2: amount of money. */
			__( 'Invoices less credit notes come to %1$s, the order less its refunds to %2$s.', 'orderinvoicer' ),
			$problem->fact( 'documents' ),
			$problem->fact( 'sale' )
		);
		$payments = $problem->fact( 'payments' ) === '' ? '' : sprintf(
			/* translators: 1: amount of money, 2: amount of money. */
			__( 'Payments recorded in Sellsy, less what was paid back, come to %1$s; by the order, less what went back, it is %2$s.', 'orderinvoicer' ),
			$problem->fact( 'payments' ),
			$problem->fact( 'money' )
		);
		$differ = __( 'Sellsy and the order do not come to the same sum.', 'orderinvoicer' );
		return trim( preg_replace( '/ +/', ' ', "$differ $documents $payments" ) ?? $differ );
	}

	public function next_step( Problem $problem ): ?string {
		return $problem->code === ProblemCode::SumsDiffer
			? __( 'Compare the order and its refunds with its documents and payments in Sellsy, and put right what is wrong. If both sums are right as they are, say so here: the same sums are then not asked about again.', 'orderinvoicer' )
			: null;
	}
}
