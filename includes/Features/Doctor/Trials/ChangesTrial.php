<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Sellsy\Client\Answer;

/** One field of a company and of a person is changed: are the others still there? */
final class ChangesTrial implements Trial {

	private const LEFT_OUT = [ 'email', 'reference', 'website' ];

	public function __construct( private readonly Things $things ) {}

	public function about(): About {
		return new About( name: 'changes', answers: [ 'put-drops-numbers', 'put-keeps-customers' ], most_calls: 7 );
	}

	public function run( Answers $answers ): void {
		$company = $this->things->change(
			Thing::Company,
			$this->things->company(),
			Specimens::changed_company(),
			[ ...self::LEFT_OUT, 'legal_france' ]
		);
		$dropped = $company->object( 'legal_france' )->string( 'ape_naf_code' ) === '';
		$answers->give( 'put-drops-numbers', $dropped, $dropped ? 'dropped' : 'kept' );
		$lost = $this->lost( $company ) ? 'company-lost' : ( $this->lost( $this->person() ) ? 'person-lost' : '' );
		$answers->give( 'put-keeps-customers', $lost === '', $lost === '' ? 'kept' : $lost );
		$this->things->remove( Thing::Individual );
	}

	/** @throws RemoteFailure */
	private function person(): Answer {
		$id = $this->things->there( Thing::Individual )
			?? $this->things->make( Thing::Individual, Specimens::individual( $this->things->mark() ) );
		return $this->things->change( Thing::Individual, $id, Specimens::changed_individual(), self::LEFT_OUT );
	}

	private function lost( Answer $changed ): bool {
		return array_filter(
			self::LEFT_OUT,
			static fn ( string $field ): bool => $changed->string( $field ) === ''
		) !== [];
	}
}
