<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin\Problems;

use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\WooCommerce\DocumentNames;

defined( 'ABSPATH' ) || exit;

/** Which customer the document is for. */
final class CustomerTexts implements Texts {

	public function __construct( private readonly DocumentNames $names ) {}

	public function text( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::SeveralCustomers => __( 'Several customers at Sellsy match this order.', 'orderinvoicer' ),
			ProblemCode::CustomerOtherKind => __( 'Sellsy has this customer as a company where the order has a person, or the other way round.', 'orderinvoicer' ),
			ProblemCode::CustomerNameless => __( 'The order has neither a name nor a company, and Sellsy cannot create a customer without one.', 'orderinvoicer' ),
			ProblemCode::BuyerDiffers => __( 'The draft in Sellsy does not name the customer of this order, although it was corrected twice: somebody or something changes the customer or the draft again and again.', 'orderinvoicer' ),
			ProblemCode::ParentOfAnother => $this->parent_of_another( $problem ),
			default => null,
		};
	}

	public function next_step( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::SeveralCustomers => __( 'Choose the right one on the order or in the sync log; the choice is remembered.', 'orderinvoicer' ),
			ProblemCode::CustomerOtherKind => __( 'Choose the right one on the order or in the sync log; the choice is remembered.', 'orderinvoicer' ),
			ProblemCode::CustomerNameless => __( 'Fill in the billing address of the order, then retry.', 'orderinvoicer' ),
			ProblemCode::BuyerDiffers => __( 'Look at the customer, the address and the draft in Sellsy, then retry.', 'orderinvoicer' ),
			ProblemCode::ParentOfAnother => __( 'Nothing to do for this document. See in Sellsy whether the earlier one is still needed.', 'orderinvoicer' ),
			default => null,
		};
	}

	private function parent_of_another( Problem $problem ): string {
		$kind = DocumentKind::tryFrom( $problem->fact( 'kind' ) );
		$name = $kind === null ? $problem->fact( 'kind' ) : $this->names->document( $kind, $problem->fact( 'number' ) );
		/* translators: %s: an earlier document of the order, such as "Delivery note BL-2026-00012". */
		return sprintf( __( 'The order names another customer than its earlier document does (%s). The next one is made without a link to it.', 'orderinvoicer' ), $name );
	}
}
