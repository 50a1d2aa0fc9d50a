<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Features\Figures\Rules\FigureTable;
use OrderInvoicer\Features\Figures\Rules\Period;
use OrderInvoicer\Features\Figures\Rules\PeriodFigures;
use OrderInvoicer\Rest\BaseController;

/**
 * What a period came to, beside the one before; each table as a file too. Nothing is asked of Sellsy.
 *
 * @phpstan-import-type FiguresAnswer from FiguresView
 *
 * @phpstan-type FiguresFileAnswer array{
 *     name: string,
 *     text: string,
 * }
 */
final class FiguresController extends BaseController {

	public function __construct(
		private readonly WpdbFigures $figures,
		private readonly FiguresView $view,
		private readonly FiguresFile $file,
		private readonly FiguresText $texts,
		private readonly Clock $clock,
	) {}

	public function routes(): array {
		return [
			$this->get( '/figures', 'figures', $this->read( ... ), 'figures-query' ),
			$this->get( '/figures/file', 'figures-file', $this->file( ... ), 'figures-file-query' ),
		];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function read( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->counted(
			$request,
			fn ( Period $period, PeriodFigures $figures ): \WP_REST_Response =>
				$this->answer( 'figures', $this->view->of( $period, $figures ) )
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function file( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$table = FigureTable::from( is_string( $request['table'] ) ? $request['table'] : '' );
		return $this->counted(
			$request,
			fn ( Period $period, PeriodFigures $figures ): \WP_REST_Response => $this->answer(
				'figures-file',
				[
					'name' => $this->texts->file( $table, $period ),
					'text' => $this->file->text( $table, $period, $figures ),
				]
			)
		);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>>                     $request
	 * @param \Closure( Period, PeriodFigures ): \WP_REST_Response $answer
	 */
	private function counted( \WP_REST_Request $request, \Closure $answer ): \WP_REST_Response|\WP_Error {
		$from   = is_string( $request['from'] ) ? $request['from'] : '';
		$until  = is_string( $request['until'] ) ? $request['until'] : '';
		$period = $from . $until === ''
			? Period::month( $this->clock->now()->setTimezone( wp_timezone() ) )
			: Period::of( $from, $until );
		if ( $period === null ) {
			return $this->refused( 'no_period', $this->texts->no_period() );
		}
		$figures = $this->figures->of( $period, $this->clock->now() );
		return $figures === null
			? $this->refused( 'too_many_documents', $this->texts->too_many( WpdbFigures::MOST ) )
			: $answer( $period, $figures );
	}

	private function refused( string $code, string $sentence ): \WP_Error {
		return new \WP_Error( "orderinvoicer_$code", $sentence, [ 'status' => 400 ] );
	}
}
