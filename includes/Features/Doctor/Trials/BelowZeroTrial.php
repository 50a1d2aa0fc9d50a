<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

/** A row below zero, beside one above. */
final class BelowZeroTrial implements Trial {

	public function __construct( private readonly Computations $computations ) {}

	public function about(): About {
		return new About( name: 'below-zero', answers: [ 'rows-below-zero' ], most_calls: 4 );
	}

	public function run( Answers $answers ): void {
		$below = $this->computations->compute_or_refuse(
			[ $this->computations->row( '1', '10' ), $this->computations->row( '1', '-1' ) ]
		);
		$answers->give( 'rows-below-zero', $below === null, $below === null ? 'refused' : 'taken' );
	}
}
