<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Wording;

use OrderInvoicer\Domain\FollowUps\DocumentStateRule;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\OrderBook\AwaitedDocument;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\EffectText;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/untranslated.php';

final class EffectTextTest extends TestCase {

	public function test_an_email_that_was_kept_back_says_whether_the_pdf_went_with_it(): void {
		$text  = new EffectText( new DocumentNames() );
		$email = new TaskKey( 7, Effect::HeldEmail, part: 'customer_completed_order' );
		self::assertSame( 'E-mail “Order completed”, with the PDF', $text->held_email( $email, 'pdf:5' ) );
		self::assertSame(
			'E-mail “Order completed”, with a link, without a PDF',
			$text->held_email( $email, AwaitedDocument::NO_FILE )
		);
	}

	/** @return array<string, array{string, TaskKey}> */
	public static function keys(): array {
		return [
			'estimate'                => [ 'Estimate', new TaskKey( 7, Effect::CreateEstimate ) ],
			'order'                   => [ 'Sales order', new TaskKey( 7, Effect::CreateOrder ) ],
			'delivery'                => [ 'Delivery note', new TaskKey( 7, Effect::CreateDelivery ) ],
			'proforma'                => [ 'Proforma', new TaskKey( 7, Effect::CreateProforma ) ],
			'invoice'                 => [ 'Invoice', new TaskKey( 7, Effect::CreateInvoice ) ],
			'credit note of a refund' => [ 'Credit note for refund 9', new TaskKey( 7, Effect::CreateCreditNote, 9 ) ],
			'credit note of all'      => [
				'Credit note for the whole invoice',
				new TaskKey( 7, Effect::CreateCreditNote ),
			],
			'final invoice'           => [ 'Finalising the invoice', new TaskKey( 7, Effect::ValidateInvoice ) ],
			'final credit note'       => [
				'Finalising the credit note for refund 9',
				new TaskKey( 7, Effect::ValidateCreditNote, 9 ),
			],
			'taken over'              => [
				'Payment, taken over from the invoice before',
				new TaskKey(
					order_id: 7,
					effect: Effect::RecordPayment,
					refund_id: 0,
					part: '',
					revision: 1
				),
			],
			'of nothing'              => [
				'Invoice of 0.00: paid',
				new TaskKey(
					order_id: 7,
					effect: Effect::ChangeState,
					refund_id: 0,
					part: DocumentStateRule::FREE
				),
			],
			'moved on'                => [
				'Setting what was paid off against the new invoice',
				new TaskKey(
					order_id: 7,
					effect: Effect::LinkCreditNote,
					refund_id: 0,
					part: 'new_invoice',
					revision: 1
				),
			],
			'set off'                 => [
				'Setting the credit note for refund 9 off against the invoice',
				new TaskKey( 7, Effect::LinkCreditNote, 9 ),
			],
			'payment'                 => [ 'Payment', new TaskKey( 7, Effect::RecordPayment ) ],
			'part payment'            => [
				'Payment: gift card',
				new TaskKey( order_id: 7, effect: Effect::RecordPayment, refund_id: 0, part: 'gift card' ),
			],
			'paid back'               => [ 'Money paid back for refund 9', new TaskKey( 7, Effect::PayBack, 9 ) ],
			'e-mail'                  => [
				'E-mail to the customer: Invoice',
				new TaskKey( order_id: 7, effect: Effect::SendDocument, refund_id: 0, part: 'invoice' ),
			],
			'e-mail of the shop'      => [
				'E-mail from the shop to the customer: Invoice',
				new TaskKey( order_id: 7, effect: Effect::NotifyCustomer, refund_id: 0, part: 'invoice' ),
			],
			'held e-mail'             => [
				'E-mail “Order in progress”',
				new TaskKey( 7, Effect::HeldEmail, part: 'customer_processing_order' ),
			],
			'held e-mail of a refund' => [
				'E-mail “Order refunded”',
				new TaskKey( order_id: 7, effect: Effect::HeldEmail, refund_id: 9, part: 'customer_refunded_order' ),
			],
			'state'                   => [
				'Delivery note → shipped',
				new TaskKey( order_id: 7, effect: Effect::ChangeState, refund_id: 0, part: 'delivery:shipped' ),
			],
			'company'                 => [
				'Invoice in a company’s name',
				new TaskKey( order_id: 7, effect: Effect::ChangeCompany, refund_id: 0, part: '1' ),
			],
			'status'                  => [
				'Status of the order, as in Sellsy',
				new TaskKey( order_id: 7, effect: Effect::FollowDocument, refund_id: 0, part: 'proforma:accepted' ),
			],
			'sums'                    => [
				'Comparing the sums of order and documents',
				new TaskKey( 7, Effect::CheckBalance ),
			],
			'following'               => [
				'Checking whether the documents still fit the order',
				new TaskKey( 7, Effect::FollowOrder ),
			],
		];
	}

	/** @dataProvider keys */
	public function test_every_effect_says_what_it_is_about( string $text, TaskKey $key ): void {
		self::assertSame( $text, ( new EffectText( new DocumentNames() ) )->text( $key ) );
	}

	public function test_no_effect_is_forgotten(): void {
		$told = array_unique(
			array_map( static fn ( array $case ): string => $case[1]->effect->value, array_values( self::keys() ) )
		);

		self::assertSame( [], array_diff( array_column( Effect::cases(), 'value' ), $told ) );
	}
}
