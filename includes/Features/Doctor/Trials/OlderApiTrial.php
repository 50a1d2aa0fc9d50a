<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Sellsy\V1\V1Answer;
use OrderInvoicer\Sellsy\V1\V1Client;

/**
 * API v1: the delivery notes of a year, and those of one step. Where it finds none of a year, all are listed: a filter
 * that finds nothing looks like an account that has none.
 */
final class OlderApiTrial implements Trial {

	/** The only order that fits: the newest of Sellsy's page come first. */
	private const NEWEST_FIRST = [
		'direction' => 'DESC',
		'order'     => 'doc_displayedDate',
	];

	public function __construct(
		private readonly V1Client $v1,
		private readonly Clock $clock,
	) {}

	public function about(): About {
		return new About( name: 'older-api', answers: [ 'v1-list', 'v1-steps' ], most_calls: 3, revision: 2 );
	}

	public function run( Answers $answers ): void {
		$since   = $this->clock->now()->modify( '-1 year' )->getTimestamp();
		$notes   = $this->list( [ 'periodecreationDate_start' => $since ] );
		$some    = $notes === [] ? $this->list( [] ) : $notes;
		$moments = array_filter( array_map( self::made_at( ... ), $some ), is_int( ... ) );
		if ( $notes === [] && ( $moments === [] || max( $moments ) < $since + DAY_IN_SECONDS ) ) {
			$answers->leave_open( 'too-few' );
			return;
		}
		$is_older = $moments !== [] && min( $moments ) < $since - DAY_IN_SECONDS;
		$seen     = $notes === [] ? 'not-found' : ( $is_older ? 'older-too' : 'listed' );
		$answers->give( 'v1-list', $seen === 'listed', $seen );

		$step   = $some[0]->string( 'step' );
		$at     = $this->list( [ 'steps' => [ $step ] ] );
		$others = array_filter( $at, static fn ( V1Answer $one ): bool => $one->string( 'step' ) !== $step );
		$is     = $at !== [] && $others === [];
		$answers->give( 'v1-steps', $is, $is ? 'listed' : ( $at === [] ? 'not-found' : 'others-too' ) );
	}

	/** Its moments have no time zone: a day decides nothing. Null where it cannot be read. */
	private static function made_at( V1Answer $note ): ?int {
		$made = strtotime( $note->string( 'created' ) . ' UTC' );
		return $made === false ? null : $made;
	}

	/**
	 * @param array<string, mixed> $search
	 * @return list<V1Answer>
	 * @throws RemoteFailure
	 */
	private function list( array $search ): array {
		$params = [
			'doctype'    => 'delivery',
			'search'     => $search,
			'order'      => self::NEWEST_FIRST,
			'pagination' => [
				'nbperpage' => 20,
				'pagenum'   => 1,
			],
		];
		$params = $search === [] ? array_diff_key( $params, [ 'search' => null ] ) : $params;
		return $this->v1->call( 'Document.getList', $params, is_trial: true )->object( 'result' )->each();
	}
}
