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

	/** Of Sellsy: a try that goes on says by its other steps, or by its outcome, what it was for. */
	public function is_good_answer(): bool {
		return $this->code === StepCode::Answered
			&& str_starts_with( $this->fact( 'status' ), '2' )
			&& $this->fact( 'failure' ) === '';
	}

	public function fact( string $name ): string {
		return (string) ( $this->facts[ $name ] ?? '' );
	}
}
