<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Refunds;

use OrderInvoicer\Domain\Content\CreditedInvoices;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Text\PlainText;
use OrderInvoicer\Tests\Unit\World\Texts;

/** French rules ask that a credit note names its invoice's number and date, whether anything links the two or not. */
final class CreditNotesNameInvoicesTest extends CreditedOrderTestCase {

	private const FIRST = 'Avoir sur la facture n° F-0001 du 2026-03-02';

	public function test_each_credit_note_of_a_refund(): void {
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->refund( 502, '3.00', '2.50', '0.50' );
		$this->refund( 503, '4.00' );

		self::assertSame( array_fill( 0, 3, self::FIRST ), $this->first_rows() );
		self::assertSame( [ 'done', 'done', 'done' ], $this->states( 503 ) );
	}

	public function test_of_an_invoice_that_was_paid_long_ago(): void {
		$this->world->change_settings( [ 'payments' => self::PAYMENTS ] );
		$this->world->order( 1, is_paid: true );
		$this->invoice();
		self::assertSame( '0', $this->due() );
		$this->world->clock->advance( 40 * 86_400 );
		$this->refund( 501, '12.00' );

		self::assertSame( [ self::FIRST ], $this->first_rows() );
	}

	public function test_all_that_is_left_of_an_invoice(): void {
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 10 );
		$this->refund( 502, '1.00' );

		self::assertSame( [ self::FIRST, self::FIRST ], array_slice( $this->first_rows(), 0, 2 ) );
		$issued_anew = $this->world->sellsy->documents[ $this->row( Effect::CreateInvoice, 0, 1 )->remote_id ?? 0 ];
		self::assertSame(
			"Avoir sur la facture n° $issued_anew->number du $issued_anew->date",
			$this->first_rows()[2]
		);
	}

	/** A person made the draft final in Sellsy, where it got another number than anybody here had heard of. */
	public function test_an_invoice_that_was_made_final_by_hand(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->world->clock->advance( 86_400 );
		$this->world->invoicing->finalised( $this->invoice_document() );
		$this->refund( 501, '5.00' );

		self::assertSame( [ 'Avoir sur la facture n° F-0001 du 2026-03-03' ], $this->first_rows() );
	}

	public function test_the_owners_texts_may_name_it_too(): void {
		$this->world->change_settings(
			[
				'creditnote' => [
					'subject' => 'Avoir {invoices}',
					'note'    => 'Réf. : {invoices}.',
				],
				'invoice'    => [ 'note' => 'Commande {order_number}{invoices}' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '5.00' );

		[ $invoice, $note ] = $this->world->invoicing->created;
		self::assertSame( 'Commande 1', $invoice->note );
		self::assertStringStartsWith( 'Avoir n° F-0001 du 2026-03-02', $note->subject );
		self::assertSame( 'Réf. : n° F-0001 du 2026-03-02.', $note->note );
	}

	public function test_up_to_ten_by_name(): void {
		$amounts  = new ComputedDocument( [], Decimal::zero(), Decimal::zero() );
		$invoices = array_map(
			static fn ( int $i ): RemoteDocument => new RemoteDocument(
				kind: DocumentKind::Invoice,
				id: $i,
				number: "F-$i",
				status: 'due',
				key: '',
				amounts: $amounts,
				created: '',
				date: '2026-03-02'
			),
			range( 1, 12 )
		);
		$text     = static fn ( int $many ): string =>
			( new CreditedInvoices( array_slice( $invoices, 0, $many ) ) )->text( new Texts(), new PlainText() );

		self::assertSame( '', $text( 0 ) );
		self::assertSame( 'n° F-1 du 2026-03-02, n° F-2 du 2026-03-02', $text( 2 ) );
		self::assertStringEndsWith( 'n° F-10 du 2026-03-02', $text( 10 ) );
		self::assertStringEndsWith( 'n° F-10 du 2026-03-02 et 2 de plus', $text( 12 ) );
	}

	/** @return list<string> texts of the first rows of credit notes, as they were sent. */
	private function first_rows(): array {
		$notes = array_filter(
			$this->world->invoicing->created,
			static fn ( DocumentDraft $draft ): bool => $draft->kind === DocumentKind::CreditNote
		);
		return array_values(
			array_map(
				static fn ( DocumentDraft $draft ): string =>
					$draft->rows[0]->kind === RowKind::Comment ? $draft->rows[0]->description : '',
				$notes
			)
		);
	}
}
