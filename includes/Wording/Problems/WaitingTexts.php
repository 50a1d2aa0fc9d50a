<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Wording\Names\DayText;

/** What waits and goes on by itself. */
final class WaitingTexts implements Texts {

	public function title( ProblemCode $code ): ?string {
		return null; // They stop no order.
	}

	public function text( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::NotSent => __( 'Sellsy could not be reached from this site.', 'orderinvoicer' ),
			ProblemCode::OutcomeUnknown => $this->not_known_yet( $problem ),
			ProblemCode::RateLimited => __( 'Sellsy allows no more requests for the moment.', 'orderinvoicer' ),
			ProblemCode::Unauthorized => __( 'Sellsy does not accept the access of this shop.', 'orderinvoicer' ),
			ProblemCode::SellsyDown => $this->silent( $problem->fact( 'since' ) ),
			ProblemCode::CopiedSite => $this->copied( $problem ),
			ProblemCode::OrderNotFound => __( 'The order was not found in the database of the shop.', 'orderinvoicer' ),
			ProblemCode::WaitsForCustomer => __(
				'Another order of the same customer is creating the customer at Sellsy right now.',
				'orderinvoicer'
			),
			ProblemCode::WaitsForItem =>
				__( 'Another order is creating the same product at Sellsy right now.', 'orderinvoicer' ),
			ProblemCode::WaitsForTax => __( 'The same tax is being created at Sellsy right now.', 'orderinvoicer' ),
			ProblemCode::WaitsForDocument => $this->comes_first( $problem ),
			ProblemCode::LooksBack =>
				__( 'The shop was inactive for a while, or a backup of it was restored. So that nothing is made twice, what Sellsy received since then is checked first.', 'orderinvoicer' ),
			ProblemCode::UnexpectedError => __( 'Something unexpected happened on this site.', 'orderinvoicer' ),
			ProblemCode::StaffEmail =>
				__( 'The e-mail address of the customer belongs to a member of your Sellsy team, so Sellsy refuses it; the customer was created without it.', 'orderinvoicer' ),
			default => null,
		};
	}

	private function silent( string $since ): string {
		return $since === ''
			? __( 'Sellsy did not answer when it was last asked.', 'orderinvoicer' )
			: sprintf(
				/* translators: %s: date and time. */
				__( 'Sellsy has not answered since %s.', 'orderinvoicer' ),
				DayText::moment( new \DateTimeImmutable( $since ) )
			);
	}

	private function copied( Problem $problem ): string {
		$text    = sprintf(
			/* translators: 1: former address, 2: present address. */
			__( 'The address of this site changed from %1$s to %2$s. So that a copy never invoices the same orders, everything waits.', 'orderinvoicer' ),
			$problem->fact( 'known' ),
			$problem->fact( 'current' )
		);
		$company = $problem->fact( 'company' );
		return $company === '' ? $text : $text . ' ' . sprintf(
			/* translators: %s: name of a Sellsy account, which is that of a company. */
			__( 'Its documents would go to the Sellsy account “%s”.', 'orderinvoicer' ),
			$company
		);
	}

	public function next_step( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::NotSent => match ( $problem->fact( 'for' ) ) {
				'test' =>
					__( 'Test again in a moment. If it lasts, ask your host whether the site may connect to api.sellsy.com.', 'orderinvoicer' ),
				'page' =>
					__( 'Try again in a moment. If it lasts, ask your host whether the site may connect to api.sellsy.com.', 'orderinvoicer' ),
				default =>
					__( 'It is tried again by itself. If it lasts, ask your host whether the site may connect to api.sellsy.com.', 'orderinvoicer' ),
			},
			ProblemCode::OutcomeUnknown =>
				__( 'Nothing to do: it is looked up at Sellsy before anything is sent again.', 'orderinvoicer' ),
			ProblemCode::RateLimited => __( 'Nothing to do: it goes on as soon as Sellsy allows it.', 'orderinvoicer' ),
			ProblemCode::Unauthorized =>
				__( 'Look in Sellsy whether this access still exists and whether its person is still there and active. Then enter its client ID and secret in the settings, or those of a new access of a person who stays, and allow it if the settings ask for that. Orders wait until then.', 'orderinvoicer' ),
			ProblemCode::SellsyDown => match ( $problem->fact( 'for' ) ) {
				'test' => __( 'Test again in a few minutes.', 'orderinvoicer' ),
				'page' => __( 'Nothing is lost. Try again in a few minutes.', 'orderinvoicer' ),
				default =>
					__( 'Nothing to do, and nothing is lost: what waits is tried again by itself.', 'orderinvoicer' ),
			},
			ProblemCode::CopiedSite => $this->copied_next_step( $problem ),
			ProblemCode::OrderNotFound =>
				__( 'Nothing to do: it is looked for again in a few minutes.', 'orderinvoicer' ),
			ProblemCode::WaitsForCustomer => __( 'Nothing to do: it goes on in a few seconds.', 'orderinvoicer' ),
			ProblemCode::WaitsForTax => __( 'Read the taxes of Sellsy again in a few seconds.', 'orderinvoicer' ),
			ProblemCode::WaitsForItem => __( 'Nothing to do: it goes on in a few seconds.', 'orderinvoicer' ),
			ProblemCode::LooksBack => __( 'Nothing to do: it goes on by itself.', 'orderinvoicer' ),
			ProblemCode::WaitsForDocument => match ( $problem->fact( 'for' ) ) {
				'own_row'           => __(
					'Nothing to do here: the entry of the document itself says what to do, and opens this one again.',
					'orderinvoicer'
				),
				'stopped_refund'    => __(
					'Solve the problem of that credit note first; this one then follows by itself.',
					'orderinvoicer'
				),
				'draft_credit_note' => __(
					'Make that draft final, or delete it in Sellsy: the rest then follows by itself.',
					'orderinvoicer'
				),
				default             => __( 'Nothing to do: it goes on by itself.', 'orderinvoicer' ),
			},
			ProblemCode::UnexpectedError =>
				__( 'It is tried again by itself. If it lasts, look at WooCommerce, Status, Logs, orderinvoicer, and send that log to support.', 'orderinvoicer' ),
			ProblemCode::StaffEmail =>
				__( 'Nothing to do; this is usual for a first test order of your own.', 'orderinvoicer' ),
			default => null,
		};
	}

	private function not_known_yet( Problem $problem ): string {
		return match ( $problem->fact( 'of' ) ) {
			'customer',
			'new_customer' => __(
				'Sellsy did not answer clearly, so it is not known yet whether the customer was made.',
				'orderinvoicer'
			),
			'contact'  => __(
				'Sellsy did not answer clearly, so it is not known yet whether the contact was made.',
				'orderinvoicer'
			),
			'address'  => __(
				'Sellsy did not answer clearly, so it is not known yet whether the address was made.',
				'orderinvoicer'
			),
			'item'     => __(
				'Sellsy did not answer clearly, so it is not known yet whether the product was made.',
				'orderinvoicer'
			),
			'tax'      => __(
				'Sellsy did not answer clearly, so it is not known yet whether the tax was made.',
				'orderinvoicer'
			),
			default    => __(
				'Sellsy did not answer clearly, so it is not known yet whether the document was made.',
				'orderinvoicer'
			),
		};
	}

	private function comes_first( Problem $problem ): string {
		return match ( $problem->fact( 'for' ) ) {
			'own_row'        => __( 'The draft was deleted, or somebody has to look after it first.', 'orderinvoicer' ),
			'draft'          => __( 'The draft is brought up to date with its order first.', 'orderinvoicer' ),
			'payment'        => __( 'What was paid for the order is recorded on its invoice first.', 'orderinvoicer' ),
			'pending_payment' => __(
				'A payment of this order is on its way in Sellsy; it counts once it is confirmed there.',
				'orderinvoicer'
			),
			'refund'         => __(
				'An earlier refund of the order is credited first: what is left to credit depends on it.',
				'orderinvoicer'
			),
			'stopped_refund' => __(
				'The credit note of an earlier refund of this order has stopped, and must be made before this one.',
				'orderinvoicer'
			),
			'draft_credit_note' =>
				__( 'Another credit note of this invoice is still a draft. How much is left to credit is known once that draft is final or deleted.', 'orderinvoicer' ),
			'email'          => __(
				'The e-mail leaves once the document is final, and at the latest when the time is up that you set.',
				'orderinvoicer'
			),
			'order'          => __( 'Something else is being done about the same order first.', 'orderinvoicer' ),
			'setting_off'    => __( 'The credit note is set off against the invoice first.', 'orderinvoicer' ),
			default          => $problem->fact( 'kind' ) === DocumentKind::CreditNote->value
				? __(
					'An earlier credit note is finalised first, because Sellsy numbers credit notes by date.',
					'orderinvoicer'
				)
				: __(
					'An earlier invoice is finalised first, because Sellsy numbers invoices by date.',
					'orderinvoicer'
				),
		};
	}

	private function copied_next_step( Problem $problem ): string {
		return $problem->fact( 'decision' ) === 'copy'
			? __( 'Nothing to do: you said that this is a copy. If the shop has moved here after all, say so in the settings.', 'orderinvoicer' )
			: __( 'Say in the settings whether the shop has moved here or whether this is a copy.', 'orderinvoicer' );
	}
}
