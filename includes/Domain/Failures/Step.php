<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** One step of a try as a code and facts, neither personal data nor secrets; the sentence is made where it is shown. */
final class Step {

	/** @param array<string, string|int> $facts */
	public function __construct(
		public readonly StepCode $code,
		public readonly array $facts = [],
	) {}

	/** Sellsy did what it was asked for. API v1 refuses with status 200 too. */
	public function is_good_answer(): bool {
		return $this->code === StepCode::Answered
			&& str_starts_with( $this->fact( 'status' ), '2' )
			&& $this->fact( 'failure' ) === '';
	}

	/** The rule of the document asked for it, no person. */
	public function is_by_rule(): bool {
		return $this->code === StepCode::Wanted && $this->fact( 'by' ) === 'rule';
	}

	public function fact( string $name ): string {
		return (string) ( $this->facts[ $name ] ?? '' );
	}
}
