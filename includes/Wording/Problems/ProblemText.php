<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\SituationText;

/**
 * A problem as sentences in the reader's language: what happened and why, what to do next. Plain text, to be escaped.
 */
final class ProblemText {

	/** Facts that are decimals. */
	private const FIGURES = [
		'amount',
		'cap',
		'order_total',
		'document_total',
		'lines_total',
		'sellsy_total',
		'percent',
		'order_percent',
		'sellsy_percent',
		'refund',
		'remaining',
		'lines',
		'paid',
		'due',
		'documents',
		'sale',
		'payments',
		'money',
		'found',
		'total',
	];

	/** @var list<Texts> */
	private readonly array $groups;

	public function __construct( SituationText $situations ) {
		$this->groups = [
			new LeftOutTexts(),
			new WaitingTexts(),
			new AccessTexts(),
			new CustomerTexts( new DocumentNames() ),
			new TaxesTexts( $situations ),
			new AmountsTexts(),
			new RefundTexts(),
			new SaleTexts(),
			new MoneyTexts(),
			new StepTexts( new DocumentNames(), new MovedPaymentTexts() ),
		];
	}

	/** What the cause is called where several orders stopped for it; empty where none does. */
	public function title( ProblemCode $code ): string {
		return $this->first( static fn ( Texts $texts ): ?string => $texts->title( $code ) );
	}

	public function text( Problem $problem ): string {
		$readable = $this->readable( $problem );
		return $this->first( static fn ( Texts $texts ): ?string => $texts->text( $readable ) );
	}

	public function next_step( Problem $problem ): string {
		return $this->first( static fn ( Texts $texts ): ?string => $texts->next_step( $problem ) );
	}

	public function sentences( Problem $problem ): string {
		return $this->text( $problem ) . ' ' . $this->next_step( $problem );
	}

	/** The same with decimals and dates as the reader writes them. */
	private function readable( Problem $problem ): Problem {
		$facts = $problem->facts;
		foreach ( array_intersect( self::FIGURES, array_keys( $facts ) ) as $name ) {
			$facts[ $name ] = str_replace( '.', _x( '.', 'decimal point', 'orderinvoicer' ), (string) $facts[ $name ] );
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
		foreach ( $this->groups as $texts ) {
			$sentence = $ask( $texts );
			if ( $sentence !== null ) {
				return $sentence;
			}
		}
		return '';
	}
}
