<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Wording;

use OrderInvoicer\Domain\Failures\Ending;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\ProblemTraits;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Wording\Problems\ProblemText;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/untranslated.php';

final class ProblemTextTest extends TestCase {

	private ProblemText $text;

	protected function setUp(): void {
		$this->text = new ProblemText();
	}

	/** @return array<string, array{ProblemCode}> */
	public static function codes(): array {
		return array_combine(
			array_map( static fn ( ProblemCode $code ): string => $code->value, ProblemCode::cases() ),
			array_map( static fn ( ProblemCode $code ): array => [ $code ], ProblemCode::cases() )
		);
	}

	/** @dataProvider codes */
	public function test_every_problem_has_a_sentence_and_a_next_step( ProblemCode $code ): void {
		foreach (
			[ $this->text->text( new Problem( $code ) ), $this->text->next_step( new Problem( $code ) ) ] as $sentence
		) {
			self::assertMatchesRegularExpression( '/^\p{Lu}.+\S$/us', $sentence );
			self::assertDoesNotMatchRegularExpression( '/%\d|%s|%%/', $sentence );
		}
	}

	/**
	 * @testWith ["workflow_disabled"]
	 *           ["before_start_date"]
	 */
	public function test_a_credit_note_that_was_left_out_is_not_to_be_asked_for_from_the_order( string $code ): void {
		$problem = new Problem( ProblemCode::from( $code ), [ 'document' => 'creditnote' ] );

		self::assertStringContainsString( 'by hand in Sellsy', $this->text->next_step( $problem ) );
		self::assertStringContainsString(
			'from the order',
			$this->text->next_step( new Problem( ProblemCode::from( $code ) ) )
		);
	}

	/**
	 * @testWith ["", "12.00", "did not let the payment before be deleted", "then retry"]
	 *           ["", "", "no longer in Sellsy", "where it still stands there"]
	 *           ["recorded", "12.00", "it may be the payment of 12.00", "If it is another one"]
	 *           ["recorded", "", "it may be the payment that", "If it is another one"]
	 *           ["gone", "12.00", "The payment of 12.00 was deleted", "record 12.00 in Sellsy on invoice F-2"]
	 *           ["stands", "", "stands on another document", "take it off that document"]
	 *           ["unsaid", "12.00", "still with the customer before", "delete the payment with the customer before"]
	 */
	public function test_a_payment_that_did_not_go_over_is_told_with_where_it_stands(
		string $why,
		string $amount,
		string $says,
		string $advises,
	): void {
		$facts   = [
			'invoice' => 'F-2',
			'amount'  => $amount,
			'why'     => $why,
			'message' => 'Mode archivé',
		];
		$problem = new Problem( ProblemCode::PaymentToMove, $facts );
		$text    = $this->text->text( $problem );

		self::assertStringContainsString( $says, $text );
		self::assertStringContainsString( 'F-2', $text );
		self::assertStringEndsWith( 'says: "Mode archivé"', $text );
		self::assertStringContainsString( $advises, $this->text->next_step( $problem ) );
	}

	/** Both sums may be the same: the VAT tells. Rows of earlier releases do not know it. */
	public function test_taxes_that_are_not_their_rates_are_told_with_the_vat(): void {
		$facts = [
			'order_total'    => '12.00',
			'document_total' => '12.00',
		];
		$vat   = [
			'order_vat'    => '1.90',
			'document_vat' => '2.00',
		];
		$text  = fn ( array $known ): string =>
			$this->text->text( new Problem( ProblemCode::TaxesAreNotRates, $known ) );

		self::assertStringStartsWith(
			'The order is worth 12.00, 1.90 of it VAT, but its lines at its tax rates give 12.00, 2.00 of it VAT.',
			$text( $facts + $vat )
		);
		self::assertStringStartsWith(
			'The order is worth 12.00, but its lines at its tax rates give 12.00.',
			$text( $facts )
		);
	}

	/** As the owner would say it: what is in the way, and what to do about it. */
	public function test_a_credit_note_says_which_other_one_it_waits_for(): void {
		$says = fn ( string $for ): string =>
			$this->text->sentences( new Problem( ProblemCode::WaitsForDocument, [ 'for' => $for ] ) );

		self::assertSame(
			'Another credit note of this invoice is still a draft. How much is left to credit is known once that '
				. 'draft is final or deleted. Make that draft final, or delete it in Sellsy: the rest then follows by '
				. 'itself.',
			$says( 'draft_credit_note' )
		);
		self::assertSame(
			'The credit note of an earlier refund of this order has stopped, and must be made before this one. Solve '
				. 'the problem of that credit note first; this one then follows by itself.',
			$says( 'stopped_refund' )
		);
	}

	/** After the first minute only the pass tries, and ever more rarely. */
	public function test_no_rhythm_is_promised_while_sellsy_is_down(): void {
		self::assertSame(
			'Nothing to do, and nothing is lost: what waits is tried again by itself.',
			$this->text->next_step( new Problem( ProblemCode::SellsyDown ) )
		);
		$since = new \DateTimeImmutable( '2026-12-01T10:00:00Z' );
		$pause = new Pause( new Problem( ProblemCode::SellsyDown ), $since, null );
		self::assertStringStartsWith( 'Sellsy has not answered since ', $this->text->text( $pause->told() ) );
	}

	public function test_a_refund_without_its_tax_speaks_of_a_refund_and_its_credit_note(): void {
		$facts   = [
			'refund'     => '4.00',
			'refund_vat' => '0.00',
			'lines'      => '4.00',
			'lines_vat'  => '0.67',
		];
		$problem = new Problem( ProblemCode::RefundTaxesDiffer, $facts );

		self::assertStringStartsWith(
			'WooCommerce says that 4.00 EUR was paid back, 0.00 EUR of it VAT, but the refund\'s lines at their tax '
				. 'rates give 4.00 EUR, 0.67 EUR of it VAT. So its credit note waits.',
			$this->text->text( $problem, 'EUR' )
		);
		self::assertStringStartsWith(
			'Delete the refund in the order and enter it again with the tax that fits, or ',
			$this->text->next_step( $problem, 'EUR' )
		);
		$known = [
			'enter'     => '3.33',
			'enter_vat' => '0.67',
		];
		self::assertStringStartsWith(
			'Delete the refund in the order and enter it again: 3.33 EUR excluding VAT and 0.67 EUR of VAT. Or ',
			$this->text->next_step( new Problem( $problem->code, $facts + $known ), 'EUR' )
		);
		self::assertStringNotContainsString( 'invoice', $this->text->sentences( $problem ) );
		// Of VAT alone too.
		self::assertStringNotContainsString( 'lacks', $this->text->title( $problem->code ) );
	}

	/** Nobody is told that there is nothing to do beside a button that does something. */
	public function test_what_needs_nobody_says_so_and_nothing_else_does(): void {
		$asked = [ // A person may want it all the same, or change their mind: the sentence says so.
			'no_longer_triggered',
			'before_start_date',
			'invoiced_elsewhere',
			'no_rule',
			'free_order',
			'not_followed',
			'done_by_hand',
			'company_refused',
			'being_linked',
		];
		$wrong = [];
		foreach ( ProblemCode::cases() as $code ) {
			$traits  = ProblemTraits::traits( $code );
			$problem = new Problem( $code );
			$says    = preg_match( '/^Nothing to do\b/', $this->text->next_step( $problem ) ) === 1;
			$is_row  = in_array( $traits->ending, [ Ending::LeftOut, Ending::Waits ], true );
			if ( $is_row && $says !== $traits->needs_nobody && ! in_array( $code->value, $asked, true ) ) {
				$wrong[] = $code->value;
			}
		}
		self::assertSame( [], $wrong );
	}

	/** @return array<string, array{ProblemCode}> */
	public static function of_refunds_too(): array {
		return [
			'rounding' => [ ProblemCode::RoundingOverCap ],
			'decimals' => [ ProblemCode::AmountNotWritable ],
			'no base'  => [ ProblemCode::TaxSplitUnknown ],
			'no rate'  => [ ProblemCode::TaxRateMissing ],
			'no line'  => [ ProblemCode::TaxWithoutRate ],
		];
	}

	/** @dataProvider of_refunds_too */
	public function test_what_stops_refunds_too_names_no_invoice( ProblemCode $code ): void {
		self::assertStringNotContainsString( 'invoice', $this->text->sentences( new Problem( $code ) ) );
	}

	public function test_both_totals_are_named(): void {
		$problem = new Problem(
			ProblemCode::TotalsDiffer,
			[
				'order_total'  => '29.97',
				'sellsy_total' => '29.98',
			]
		);

		self::assertSame( 'The order is worth 29.97, but Sellsy calculates 29.98.', $this->text->text( $problem ) );
	}

	/** As WooCommerce writes money in that language; what no currency can hold stays a figure. */
	public function test_amounts_of_an_order_are_written_as_money(): void {
		$problem = new Problem(
			ProblemCode::TotalsDiffer,
			[
				'order_total'  => '1229.97',
				'sellsy_total' => '1229.975',
			]
		);
		$asked   = new Problem( ProblemCode::PaymentElsewhere, [ 'amount' => '48.00' ] );
		$foreign = new Problem( ProblemCode::TotalsDiffer, [ 'order_total' => '5.00 USD' ] );

		self::assertSame(
			"The order is worth 1\u{202F}229.97 EUR, but Sellsy calculates 1229.975.",
			$this->text->text( $problem, 'EUR' )
		);
		self::assertStringContainsString( 'Have 48.00 EUR recorded', $this->text->next_step( $asked, 'EUR' ) );
		self::assertStringContainsString( '5.00 USD (USD)', $this->text->text( $foreign ) );
	}

	public function test_more_payments_than_are_followed_are_a_reason_of_their_own(): void {
		$facts = [
			'paid' => '60.00',
			'many' => 15,
		];
		$says  = fn ( array $more ): string =>
			$this->text->text( new Problem( ProblemCode::PaymentElsewhere, $facts + $more ), 'EUR' );
		self::assertStringContainsString( 'paid 60.00 EUR, and somebody recorded that in Sellsy as 15', $says( [] ) );
		self::assertStringContainsString( 'got 60.00 EUR back', $says( [ 'back' => 'yes' ] ) );
		self::assertStringContainsString( '12 at most can', $says( [] ) );
	}

	public function test_a_percentage_and_a_word_are_no_money(): void {
		$rate = new Problem(
			ProblemCode::TaxPercentDiffers,
			[
				'rate_label'     => 'TVA',
				'order_percent'  => '5.5',
				'sellsy_percent' => '20',
			]
		);

		self::assertStringContainsString( '5.5 %', $this->text->text( $rate, 'EUR' ) );
		self::assertStringContainsString(
			'paid in full',
			$this->text->text( new Problem( ProblemCode::StatusRefused, [ 'paid' => 'yes' ] ), 'EUR' )
		);
	}

	public function test_an_email_in_doubt_after_a_restored_backup_blames_no_answer_of_sellsy(): void {
		self::assertStringContainsString(
			'answer was lost',
			$this->text->text( new Problem( ProblemCode::SendUnknown ) )
		);
		self::assertStringContainsString(
			'backup',
			$this->text->text( new Problem( ProblemCode::SendUnknown, [ 'restored' => 'yes' ] ) )
		);
	}

	public function test_a_document_of_another_customer_is_told_from_one_of_another_amount(): void {
		$facts = [
			'number'         => 'F-7',
			'reference'      => 'SHOP-1',
			'order_total'    => '24.00',
			'document_total' => '12.00',
		];

		self::assertStringContainsString(
			'F-7 with the reference of this order, SHOP-1, for another customer',
			$this->text->text( new Problem( ProblemCode::UnrecordedDocument, $facts + [ 'customer' => 'other' ] ) )
		);
		self::assertStringContainsString(
			'It is worth 12.00, but this order would make one of 24.00',
			$this->text->text( new Problem( ProblemCode::UnrecordedDocument, $facts + [ 'customer' => 'same' ] ) )
		);
	}

	public function test_the_percentage_that_differs_is_named_on_both_sides(): void {
		$problem = new Problem(
			ProblemCode::TaxPercentDiffers,
			[
				'rate_label'     => 'TVA',
				'order_percent'  => '20',
				'sellsy_percent' => '5.5',
			]
		);

		self::assertSame(
			'The order was taxed at 20 % with "TVA", but the tax assigned to it at Sellsy is 5.5 %.',
			$this->text->text( $problem )
		);
	}

	public function test_a_cancelled_document_that_was_settled_asks_for_nothing_more(): void {
		$replaced = OutcomeProblem::problem( Outcome::Replaced );
		self::assertSame( 'Nothing to do: another was made in its place.', $this->text->next_step( $replaced ) );
		$none = OutcomeProblem::problem( Outcome::NotWanted, [ 'cancelled' => 'F-1' ] );
		self::assertSame(
			'F-1 was cancelled at Sellsy on purpose, so it is not made again.',
			$this->text->text( $none )
		);
	}

	public function test_a_missing_right_is_named(): void {
		$problem = new Problem(
			ProblemCode::AccountBlocked,
			[
				'status' => 403,
				'scope'  => 'invoices.write',
			]
		);

		self::assertStringContainsString( 'invoices.write', $this->text->text( $problem ) );
	}

	public function test_the_situation_without_vat_is_named_in_words(): void {
		$problem = new Problem(
			ProblemCode::ExemptionUnmapped,
			[
				'line'      => 'Chaise',
				'situation' => ExemptSituation::OutsideEu->value,
			]
		);

		self::assertStringContainsString(
			'The line "Chaise" carries no VAT (goods delivered outside the EU)',
			$this->text->text( $problem )
		);
	}
}
