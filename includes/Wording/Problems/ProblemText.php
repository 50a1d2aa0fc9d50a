<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Wording\Names\AmountText;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\SituationText;

/**
 * A problem as sentences in the reader's language: what happened and why, what to do next. Plain text, to be escaped.
 */
final class ProblemText {

	/** Facts that are decimals, and no money. */
	private const FIGURES = [ 'percent', 'order_percent', 'sellsy_percent' ];

	/** Facts that are amounts of money. */
	private const AMOUNTS = [
		'amount',
		'cap',
		'order_total',
		'document_total',
		'order_vat',
		'document_vat',
		'lines_total',
		'sellsy_total',
		'refund',
		'refund_vat',
		'remaining',
		'lines',
		'lines_vat',
		'enter',
		'enter_vat',
		'paid',
		'due',
		'documents',
		'sale',
		'payments',
		'money',
		'found',
		'total',
	];

	/** At the beginning what stands still everywhere: a notice on each page of wp-admin reads no other file. */
	private const GROUPS = [
		WaitingTexts::class,
		AccessTexts::class,
		LeftOutTexts::class,
		CustomerTexts::class,
		TaxesTexts::class,
		AmountsTexts::class,
		RefundTexts::class,
		SaleTexts::class,
		MoneyTexts::class,
		StepTexts::class,
	];

	/** @var array<string, Texts> those that were asked, by class. */
	private array $groups = [];

	private ?AmountText $amounts = null;

	/** What the cause is called where several orders stopped for it; empty where none does. */
	public function title( ProblemCode $code ): string {
		return $this->first( static fn ( Texts $texts ): ?string => $texts->title( $code ) );
	}

	/** @param string $currency code of the order that it is about; empty where nobody knows. */
	public function text( Problem $problem, string $currency = '' ): string {
		$readable = $this->readable( $problem, $currency );
		return $this->first( static fn ( Texts $texts ): ?string => $texts->text( $readable ) );
	}

	/** @param string $currency code of the order that it is about; empty where nobody knows. */
	public function next_step( Problem $problem, string $currency = '' ): string {
		$readable = $this->readable( $problem, $currency );
		return $this->first( static fn ( Texts $texts ): ?string => $texts->next_step( $readable ) );
	}

	/** @param string $currency code of the order that it is about; empty where nobody knows. */
	public function sentences( Problem $problem, string $currency = '' ): string {
		return $this->text( $problem, $currency ) . ' ' . $this->next_step( $problem, $currency );
	}

	/** The same with amounts, decimals and dates as the reader writes them. */
	private function readable( Problem $problem, string $currency ): Problem {
		$facts = $problem->facts;
		foreach ( array_intersect( self::FIGURES, array_keys( $facts ) ) as $name ) {
			$facts[ $name ] = $this->amounts()->figure( (string) $facts[ $name ] );
		}
		foreach ( array_intersect( self::AMOUNTS, array_keys( $facts ) ) as $name ) {
			$facts[ $name ] = $this->amounts()->decimal( (string) $facts[ $name ], $currency );
		}
		$day = \DateTimeImmutable::createFromFormat( 'Y-m-d', $problem->fact( 'start_date' ) );
		if ( $day !== false ) {
			/* translators: a day in digits, see https://www.php.net/datetime.format */
			$facts['start_date'] = $day->format( _x( 'Y-m-d', 'date format', 'orderinvoicer' ) );
		}
		return new Problem( $problem->code, $facts );
	}

	/** @param callable( Texts ): ?string $ask */
	private function first( callable $ask ): string {
		foreach ( self::GROUPS as $group ) {
			$sentence = $ask( $this->groups[ $group ] ??= $this->group( $group ) );
			if ( $sentence !== null ) {
				return $sentence;
			}
		}
		return '';
	}

	private function amounts(): AmountText {
		return $this->amounts ??= new AmountText();
	}

	/** @param class-string<Texts> $group */
	private function group( string $group ): Texts {
		return match ( $group ) {
			CustomerTexts::class => new CustomerTexts( new DocumentNames() ),
			TaxesTexts::class    => new TaxesTexts( new SituationText() ),
			StepTexts::class     => new StepTexts( new DocumentNames(), new MovedPaymentTexts() ),
			default              => new $group(),
		};
	}
}
