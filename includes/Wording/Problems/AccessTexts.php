<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Wording\Names\RightText;

/** What only the owner of the Sellsy account can mend. */
final class AccessTexts implements Texts {

	public function title( ProblemCode $code ): ?string {
		return match ( $code ) {
			ProblemCode::Rejected => __( 'Sellsy refused the document', 'orderinvoicer' ),
			ProblemCode::DocumentGone => __( 'A document was deleted at Sellsy', 'orderinvoicer' ),
			ProblemCode::DocumentCancelled => __( 'A document was cancelled at Sellsy', 'orderinvoicer' ),
			ProblemCode::TwoInvoices => __( 'Two invoices of one order stand in Sellsy', 'orderinvoicer' ),
			ProblemCode::ProformaInvoiced => __( 'An invoice was made from the proforma in Sellsy', 'orderinvoicer' ),
			ProblemCode::OpenedElsewhere => __( 'Came from a copy of the shop', 'orderinvoicer' ),
			ProblemCode::IdUsedBefore => __( 'Another order had this number', 'orderinvoicer' ),
			ProblemCode::CodeClash => __( 'Another shop uses the same shop code', 'orderinvoicer' ),
			ProblemCode::V1Missing => __( 'The right to Sellsy’s older interface is missing', 'orderinvoicer' ),
			ProblemCode::AccountBlocked => __( 'Sellsy does not allow this access to do it', 'orderinvoicer' ),
			ProblemCode::TriesUsedUp => __( 'Tried six times without success', 'orderinvoicer' ),
			default => null,
		};
	}

	public function text( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::NotConnected => __( 'This shop is not connected to Sellsy.', 'orderinvoicer' ),
			ProblemCode::SecretsUnreadable =>
				__( 'The stored client id and secret can no longer be read, because the keys of this site (wp-config.php) changed.', 'orderinvoicer' ),
			ProblemCode::OtherAccount => __(
				'The shop is now connected to another Sellsy account than the one in which these documents were made.',
				'orderinvoicer'
			),
			ProblemCode::OpenedElsewhere => $problem->fact( 'reference' ) !== '' ? sprintf(
				/* translators: %s: reference such as SHOP-123. */
				__( 'Sellsy holds the document %s of this shop, which the shop does not know: a backup was put back, a test site was copied over the shop, or a copy of it works too. So that nothing is made twice, nothing was made of what waited.', 'orderinvoicer' ),
				$problem->fact( 'reference' )
			) :
				__( 'This was entered on a copy of the shop, such as a test site, which was then copied over the shop. So that no test becomes a document, nothing was made.', 'orderinvoicer' ),
			ProblemCode::IdUsedBefore =>
				__( 'Another order had this number before and got its document. The shop no longer has that order, because a backup was put back, for example. Its document is not shown to this buyer, and nothing was made for this order.', 'orderinvoicer' ),
			ProblemCode::CodeClash => sprintf(
				/* translators: 1: reference such as SHOP-123, 2: code such as SHOP. */
				__( 'Sellsy holds the document %1$s, which this shop did not make: another shop, or a copy of this one, uses the same shop code %2$s.', 'orderinvoicer' ),
				$problem->fact( 'reference' ),
				$problem->fact( 'code' )
			),
			ProblemCode::Rejected =>
				/* translators: %s: message from Sellsy. */
				sprintf( __( 'Sellsy refused it and says: "%s"', 'orderinvoicer' ), $problem->fact( 'message' ) ),
			ProblemCode::DocumentGone => __( 'The document was deleted at Sellsy.', 'orderinvoicer' ),
			ProblemCode::DocumentCancelled => sprintf(
				/* translators: %s: number of a document at Sellsy, such as F-2026-00012. */
				__( 'Somebody cancelled the document %s at Sellsy.', 'orderinvoicer' ),
				$problem->fact( 'number' )
			),
			ProblemCode::TwoInvoices => sprintf(
				/* translators: %s: number of an invoice at Sellsy, such as F-2026-00012. */
				__( 'The invoice %s had been cancelled, so another one took its place. Somebody reopened it in Sellsy: now both stand.', 'orderinvoicer' ),
				$problem->fact( 'number' )
			),
			ProblemCode::ProformaInvoiced => sprintf(
				/* translators: %s: number of a proforma at Sellsy, such as P-2026-00012. */
				__( 'Somebody made an invoice from the proforma %s in Sellsy. So that this sale is not invoiced twice, none was made here.', 'orderinvoicer' ),
				$problem->fact( 'number' )
			),
			ProblemCode::AccountBlocked => $this->blocked_text( $problem ),
			ProblemCode::V1Missing => __(
				"Only Sellsy's older interface (API v1) can do this, and it refuses this connection.",
				'orderinvoicer'
			),
			ProblemCode::TriesUsedUp => __( 'It was tried six times without success.', 'orderinvoicer' ),
			default => null,
		};
	}

	public function next_step( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::NotConnected => __( 'Connect it in the settings; orders wait until then.', 'orderinvoicer' ),
			ProblemCode::SecretsUnreadable =>
				__( 'Enter the id and the secret again in the settings.', 'orderinvoicer' ),
			ProblemCode::OtherAccount => __(
				'Connect the former account again, or say in the settings that the shop now works with the new one.',
				'orderinvoicer'
			),
			ProblemCode::OpenedElsewhere =>
				__( 'If it is a real sale, press Retry: the document is made, or found where it stands already; “Retry these” on the overview answers for all of them at once. If it was a test, say “Done by hand” first.', 'orderinvoicer' ),
			ProblemCode::IdUsedBefore =>
				__( 'If it is a new sale, press Retry and it gets its own document; “Retry these” on the overview answers for all such orders at once. If the sale is documented already, say “Done by hand” first.', 'orderinvoicer' ),
			ProblemCode::CodeClash =>
				__( 'Give one of the two shops another shop code, under Connection in its settings. If the documents are this shop\'s own, of an earlier installation for example, or once the other shop has a code of its own, say so at the top of the settings; what waits then goes on.', 'orderinvoicer' ),
			ProblemCode::Rejected =>
				__( 'Correct what Sellsy names, in the order or in Sellsy, then retry.', 'orderinvoicer' ),
			ProblemCode::DocumentGone =>
				__( 'If there is to be none, say so with "Do not make it again"; if somebody made another one by hand, link it on the order, or say so with "Done by hand". Otherwise retry to make it again.', 'orderinvoicer' ),
			ProblemCode::DocumentCancelled => $this->cancelled_next_step( $problem ),
			ProblemCode::TwoInvoices => sprintf(
				/* translators: %s: number of an invoice at Sellsy, such as F-2026-00012. */
				__( 'The sale must count once: cancel %s again in Sellsy. The order keeps the other one, with its payments and credit notes. If you have settled it otherwise, press Retry.', 'orderinvoicer' ),
				$problem->fact( 'number' )
			),
			ProblemCode::ProformaInvoiced =>
				__( 'If that invoice is the one of this order, link it on the order: the order then shows it, and later refunds are credited on it. If it cannot be linked, say so with "Done by hand". If it is not this order\'s, or was cancelled, press Retry to have one made here.', 'orderinvoicer' ),
			ProblemCode::AccountBlocked => $this->blocked_next_step( $problem ),
			ProblemCode::V1Missing =>
				__( 'Tick the right "api-v1" of the API access at Sellsy and give its person the matching privilege, then test the connection in the settings; everything else works without it.', 'orderinvoicer' ),
			ProblemCode::TriesUsedUp => __( 'Test the connection in the settings, then retry.', 'orderinvoicer' ),
			default => null,
		};
	}

	private function cancelled_next_step( Problem $problem ): string {
		if ( OutcomeProblem::told_by( $problem ) === Outcome::Replaced ) {
			return __( 'Nothing to do: another was made in its place.', 'orderinvoicer' );
		}
		return $problem->fact( 'credit_note' ) === ''
			? __( 'To have it made again, press Retry: payments and credit notes go over to the new one. If you made it in Sellsy yourself, link it on the order. If there is to be none, say so with "Do not make it again". If it is reopened in Sellsy, this ends by itself.', 'orderinvoicer' )
			: sprintf(
				/* translators: %s: number of a credit note at Sellsy, such as A-2026-00012. */
				__( 'Its credit note %s still stands and would credit a new invoice at once. Cancel that credit note in Sellsy first, then press Retry. If there is to be no invoice, say so with "Do not make it again".', 'orderinvoicer' ),
				$problem->fact( 'credit_note' )
			);
	}

	/** The scope is named because Sellsy does not promise to; the privilege in the words of its screens. */
	private function blocked_text( Problem $problem ): string {
		$scope     = $problem->fact( 'scope' );
		$privilege = ( new RightText() )->privilege( $problem->fact( 'route' ) );
		return match ( true ) {
			$problem->fact( 'status' ) === '402' =>
				__( 'Your Sellsy subscription does not include what is needed here.', 'orderinvoicer' ),
			$scope === '' => __( 'Sellsy does not allow this access to do what is needed.', 'orderinvoicer' ),
			$privilege === '' => sprintf(
				/* translators: %s: name of a right, such as invoices.write. */
				__( 'Sellsy does not allow this access to do what is needed: the right %s, or the matching privilege of the person, is missing.', 'orderinvoicer' ),
				$scope
			),
			default => sprintf(
				/* translators: 1: name of a right, such as invoices.write, 2: name of a privilege at Sellsy. */
				__( 'Sellsy does not allow this access to do what is needed: the right %1$s, or the privilege "%2$s" of its person, is missing.', 'orderinvoicer' ),
				$scope,
				$privilege
			),
		};
	}

	private function blocked_next_step( Problem $problem ): string {
		return $problem->fact( 'status' ) === '402'
			? __( 'Check your subscription at Sellsy; everything that waits then goes on by itself.', 'orderinvoicer' )
			: __( 'Give the right to the API access and the privilege to its person at Sellsy; everything that waits then goes on by itself.', 'orderinvoicer' );
	}
}
