<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/**
 * A company that is only tried, and one that is made: which of them does a search find, and how soon? The second is
 * looked for right after its creation, a minute later, and two minutes later.
 */
final class CompanyTrial implements Trial {

	private const LOOKS = [ 'at-once', 'within-a-minute', 'within-two-minutes' ];

	public const LATER = 'later';

	public function __construct(
		private readonly SellsyClient $client,
		private readonly Things $things,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	public function about(): About {
		return new About( name: 'company', answers: [ 'dry-run', 'search-lag' ], most_calls: 7, revision: 2 );
	}

	public function run( Answers $answers ): void {
		$looks = (int) $answers->noted( 'looks' );
		if ( $looks === 0 || $this->things->there( Thing::Company ) === null ) {
			$is_refused = $this->is_dry_run_refused();
			$this->things->remove( Thing::Company ); // One that was cut off made it, nobody knows when.
			$answers->note( 'old', $this->things->there( Thing::Company ) === null ? 0 : 1 );
			$this->things->company();
			if ( $is_refused ) { // What was made is no different.
				$answers->give( 'dry-run', false, 'refused' );
			}
			$answers->note( 'made', $this->clock->now()->getTimestamp() );
			$looks = 0;
		}
		$this->look( $answers, $looks );
	}

	/** @throws RemoteFailure */
	private function is_dry_run_refused(): bool {
		$mark  = $this->dry_mark();
		$trace = $this->things->intend( Thing::Company, $mark );
		try {
			$this->client->send(
				ApiRequest::post( '/companies', Specimens::company( $mark ), [], [ 'verify' => 'true' ] )->as_trial()
			);
		} catch ( RemoteFailure $failure ) {
			$this->things->forget_unless_made( $trace, $failure );
			return $failure->kind === FailureKind::Rejected ? true : throw $failure;
		}
		return false;
	}

	/** @throws RemoteFailure */
	private function look( Answers $answers, int $looks ): void {
		$filter = [ 'reference' => [ $this->things->mark(), $this->dry_mark() ] ];
		$found  = $this->things->search( Thing::Company, $filter );
		$is_dry = $this->holds( $found, $this->dry_mark() );
		$answers->note( 'looks', $looks + 1 );
		if ( $is_dry ) {
			$answers->give( 'dry-run', false, 'created' );
		}
		if ( in_array( $this->things->there( Thing::Company ), NewestFirst::ids( $found ), true ) ) {
			$answers->noted( 'old' ) === 1
				? $answers->not_known( 'search-lag', 'not-deleted' )
				: $answers->give( 'search-lag', true, self::LOOKS[ $looks ] ?? self::LATER );
			if ( ! $is_dry ) {
				$this->things->forget( Thing::Company, $this->dry_mark() );
				$answers->give_unless_given( 'dry-run', true, 'nothing-created' );
			}
		} elseif ( isset( self::LOOKS[ $looks + 1 ] ) ) {
			$made = (int) $answers->noted( 'made' );
			$answers->wait_until( new \DateTimeImmutable( '@' . ( $made + 60 * ( $looks + 1 ) ) ) );
		} else {
			$answers->give( 'search-lag', false, self::LATER );
		}
	}

	/** @param list<Answer> $found */
	private function holds( array $found, string $mark ): bool {
		$is_it = static fn ( Answer $one ): bool => Specimens::is_marked( Thing::Company, $one, $mark );
		return array_filter( $found, $is_it ) !== [];
	}

	private function dry_mark(): string {
		return Specimens::dry_mark( $this->settings->get()->shop_code );
	}
}
