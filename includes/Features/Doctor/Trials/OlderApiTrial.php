<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Sellsy\V1\V1Answer;
use OrderInvoicer\Sellsy\V1\V1Client;

/** API v1: the delivery notes of a year, and those of one step. */
final class OlderApiTrial implements Trial {

	public function __construct(
		private readonly V1Client $v1,
		private readonly Clock $clock,
	) {}

	public function name(): string {
		return 'older-api';
	}

	public function revision(): int {
		return 1;
	}

	public function answers(): array {
		return [ 'v1-list', 'v1-steps' ];
	}

	public function most_calls(): int {
		return 2;
	}

	public function run( Answers $answers ): void {
		$since = $this->clock->now()->modify( '-1 year' )->getTimestamp();
		$notes = $this->list( [ 'periodecreationDate_start' => $since ] );
		if ( $notes === [] ) {
			array_map( static fn ( string $one ) => $answers->not_known( $one, 'too-few' ), $this->answers() );
			return;
		}
		$old = array_filter( $notes, static fn ( V1Answer $one ): bool => self::is_before( $one, $since ) );
		$answers->give( 'v1-list', $old === [], $old === [] ? 'listed' : 'older-too' );

		$step   = $notes[0]->string( 'step' );
		$at     = $this->list( [ 'steps' => [ $step ] ] );
		$others = array_filter( $at, static fn ( V1Answer $one ): bool => $one->string( 'step' ) !== $step );
		$is     = $at !== [] && $others === [];
		$answers->give( 'v1-steps', $is, $is ? 'listed' : ( $at === [] ? 'not-found' : 'others-too' ) );
	}

	/** Its moments have no time zone: a day decides nothing. */
	private static function is_before( V1Answer $note, int $since ): bool {
		$created = strtotime( $note->string( 'created' ) . ' UTC' );
		return $created !== false && $created < $since - DAY_IN_SECONDS;
	}

	/**
	 * @param array<string, mixed> $search
	 * @return list<V1Answer>
	 * @throws RemoteFailure
	 */
	private function list( array $search ): array {
		return $this->v1->call(
			'Document.getList',
			[
				'doctype'    => 'delivery',
				'search'     => $search,
				'pagination' => [
					'nbperpage' => 20,
					'pagenum'   => 1,
				],
			],
			is_trial: true
		)->object( 'result' )->each();
	}
}
