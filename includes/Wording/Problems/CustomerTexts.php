<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Wording\Names\DocumentNames;

/** Which customer the document is for. */
final class CustomerTexts implements Texts {

	public function __construct( private readonly DocumentNames $names ) {}

	public function title( ProblemCode $code ): ?string {
		return match ( $code ) {
			ProblemCode::SeveralCustomers => __( 'Several customers at Sellsy match', 'orderinvoicer' ),
			ProblemCode::CustomerOtherKind => __( 'Company or person: Sellsy and the order differ', 'orderinvoicer' ),
			ProblemCode::CustomerNameless => __( 'The order names no customer', 'orderinvoicer' ),
			ProblemCode::BuyerDiffers => __( 'A draft names the wrong customer', 'orderinvoicer' ),
			ProblemCode::CompanyAsked => __( 'Customers ask for an invoice in their company’s name', 'orderinvoicer' ),
			default => null,
		};
	}

	public function text( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::SeveralCustomers => __( 'Several customers at Sellsy match this order.', 'orderinvoicer' ),
			ProblemCode::CustomerOtherKind => $this->other_kind( $problem ),
			ProblemCode::NumbersContradict =>
				__( 'The SIREN, SIRET and VAT number of this order do not all belong to the same company. The SIRET counts, or else the SIREN; the others were left out.', 'orderinvoicer' ),
			ProblemCode::NewClient => $this->new_client( $problem ),
			ProblemCode::ClientToChange =>
				__( 'The client in Sellsy does not have all that this order says of them: their e-mail address, or the SIREN, SIRET or VAT number of their company. In your Sellsy account a change from here would empty other fields of the client, so the client was left as it is.', 'orderinvoicer' ),
			ProblemCode::CustomerNameless => __(
				'The order has neither a name nor a company, and Sellsy cannot create a customer without one.',
				'orderinvoicer'
			),
			ProblemCode::BuyerDiffers =>
				__( 'The draft in Sellsy does not name the customer of this order, although it was corrected twice: somebody or something changes the customer or the draft again and again.', 'orderinvoicer' ),
			ProblemCode::ParentOfAnother => $this->parent_of_another( $problem ),
			ProblemCode::CompanyAsked => $this->company_asked( $problem ),
			ProblemCode::CompanyRefused => __(
				'You refused to make the invoice out to the customer’s company. The customer reads why with the order.',
				'orderinvoicer'
			),
			default => null,
		};
	}

	public function next_step( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::SeveralCustomers => __(
				'Choose the right one on the order or under “To do”; the choice is remembered.',
				'orderinvoicer'
			),
			ProblemCode::CustomerOtherKind => __(
				'Choose the right one on the order or under “To do”; the choice is remembered.',
				'orderinvoicer'
			),
			ProblemCode::CustomerNameless =>
				__( 'Fill in the billing address of the order, then retry.', 'orderinvoicer' ),
			ProblemCode::BuyerDiffers =>
				__( 'Look at the customer, the address and the draft in Sellsy, then retry.', 'orderinvoicer' ),
			ProblemCode::ParentOfAnother => $problem->fact( 'draft' ) === ''
				? __(
					'Nothing to do for this document. See in Sellsy whether the earlier one is still needed.',
					'orderinvoicer'
				)
				: __( 'Leave the draft as it is, or delete it in Sellsy and retry: it is then made anew without the link.', 'orderinvoicer' ),
			ProblemCode::NumbersContradict => __(
				'Ask the customer which number is right, and correct the billing address of the order.',
				'orderinvoicer'
			),
			ProblemCode::CompanyAsked => match ( true ) {
				$problem->is_weighed()             => __(
					'Accept or refuse, on the order or under “To do”. Until then nothing changes.',
					'orderinvoicer'
				),
				$problem->fact( 'filter' ) === '' =>
					__( 'Refuse, or correct the amounts of the order and retry.', 'orderinvoicer' ),
				default                            => __(
					'Show this to whoever wrote that code, or switch the plugin off; then retry. Or refuse.',
					'orderinvoicer'
				),
			},
			ProblemCode::CompanyRefused =>
				__( 'Nothing to do. If the customer asks once more, you are asked again.', 'orderinvoicer' ),
			ProblemCode::ClientToChange => __( 'Enter it yourself at the client in Sellsy.', 'orderinvoicer' ),
			ProblemCode::NewClient =>
				__( 'Nothing to do. If both are the same client, merge them in Sellsy.', 'orderinvoicer' ),
			default => null,
		};
	}

	private function company_asked( Problem $problem ): string {
		return match ( true ) {
			$problem->is_weighed()             =>
				__( 'The customer asks for the invoice of this order in their company’s name.', 'orderinvoicer' ),
			$problem->fact( 'filter' ) === '' =>
				__( 'The customer asks for the invoice of this order in their company’s name. The order cannot be read, so its totals are not known, and nothing can be accepted.', 'orderinvoicer' ),
			default                            => sprintf(
				/* translators: 1: name of a filter, 2: what went wrong, such as Error plugin.php:12. */
				__( 'The customer asks for the invoice of this order in their company’s name. Another plugin or code of this site failed, or gave an unusable answer, in the filter "%1$s" (%2$s). So the totals are not known, and nothing can be accepted.', 'orderinvoicer' ),
				$problem->fact( 'filter' ),
				$problem->fact( 'detail' )
			),
		};
	}

	private function parent_of_another( Problem $problem ): string {
		$kind = DocumentKind::tryFrom( $problem->fact( 'kind' ) );
		$name = $kind === null ? $problem->fact( 'kind' ) : $this->names->document( $kind, $problem->fact( 'number' ) );
		if ( $problem->fact( 'draft' ) !== '' ) {
			/*
			 * translators: 1: an earlier document of the order, such as "Delivery note BL-2026-00012", 2: id of a
			 * draft.
			 */
			$kept = __(
				'The order names another customer than its earlier document does (%1$s). Draft no. %2$s was corrected, but Sellsy keeps it linked to that document.',
				'orderinvoicer'
			);
			return sprintf( $kept, $name, $problem->fact( 'draft' ) );
		}
		return sprintf(
			/* translators: %s: an earlier document of the order, such as "Delivery note BL-2026-00012". */
			__( 'The order names another customer than its earlier document does (%s). The next one is made without a link to it.', 'orderinvoicer' ),
			$name
		);
	}

	private function other_kind( Problem $problem ): string {
		return $problem->fact( 'kind' ) === 'company'
			? __( 'The order is for a company, but at Sellsy a person has its e-mail address.', 'orderinvoicer' )
			: __( 'The order is for a person, but at Sellsy a company has its e-mail address.', 'orderinvoicer' );
	}

	private function new_client( Problem $problem ): string {
		return $problem->fact( 'type' ) === 'company'
			? sprintf(
				/* translators: %s: number of a company at Sellsy. */
				__( 'A new client was created for this order, although company no. %s of Sellsy has its e-mail address: the names differ.', 'orderinvoicer' ),
				$problem->fact( 'id' )
			)
			: sprintf(
				/* translators: %s: number of a person at Sellsy. */
				__( 'A new client was created for this order, although individual no. %s of Sellsy has its e-mail address: the names differ.', 'orderinvoicer' ),
				$problem->fact( 'id' )
			);
	}
}
