<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin\Problems;

use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\ProblemCode;

defined( 'ABSPATH' ) || exit;

/** Which customer the document is for. */
final class CustomerTexts implements Texts {

	public function text( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::SeveralCustomers => __( 'Several customers at Sellsy match this order.', 'orderinvoicer' ),
			ProblemCode::CustomerOtherKind => __( 'Sellsy has this customer as a company where the order has a person, or the other way round.', 'orderinvoicer' ),
			ProblemCode::CustomerNameless => __( 'The order has neither a name nor a company, and Sellsy cannot create a customer without one.', 'orderinvoicer' ),
			default => null,
		};
	}

	public function next_step( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::SeveralCustomers => __( 'Choose the right one on the order or in the sync log; the choice is remembered.', 'orderinvoicer' ),
			ProblemCode::CustomerOtherKind => __( 'Choose the right one on the order or in the sync log; the choice is remembered.', 'orderinvoicer' ),
			ProblemCode::CustomerNameless => __( 'Fill in the billing address of the order, then retry.', 'orderinvoicer' ),
			default => null,
		};
	}
}
