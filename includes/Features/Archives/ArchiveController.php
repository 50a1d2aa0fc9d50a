<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\OrderBook\ChosenDocuments;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Features\Archives\Rules\Archive;
use OrderInvoicer\Features\Archives\Rules\ArchivePlan;
use OrderInvoicer\Features\Archives\Rules\PlanArchive;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;

/**
 * The PDFs of what stands in the list of documents.
 *
 * @phpstan-import-type ArchiveAnswer from OwnArchives
 *
 * @phpstan-type ArchivePlanAnswer array{
 *     documents: NaturalInt,
 *     // How many and how long, in the reader's language.
 *     says: string,
 * }
 */
final class ArchiveController extends BaseController {

	public function __construct(
		private readonly ChosenDocuments $chosen,
		private readonly PlanArchive $plan_archive,
		private readonly OwnArchives $own,
		private readonly ArchiveText $texts,
	) {}

	public function routes(): array {
		return [
			$this->get( '/archive', 'archive', $this->read( ... ) ),
			$this->post( '/archive', 'archive', $this->begin( ... ), 'archive-query' ),
			$this->delete( '/archive', 'archive', $this->take_away( ... ) ),
			$this->get( '/archive/plan', 'archive-plan', $this->plan( ... ), 'archive-query' ),
		];
	}

	/** Whoever looks goes on with it: some sites run nothing in the background. */
	private function read(): \WP_REST_Response {
		$this->own->go_on();
		return $this->answer( 'archive', $this->own->view() );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function plan( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		try {
			$plan = $this->planned( $request );
		} catch ( Refused $refused ) {
			return Refusal::of( $refused );
		}
		return $this->answer(
			'archive-plan',
			[
				'documents' => $plan->documents,
				'says'      => $this->texts->plan( $plan ),
			]
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function begin( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		try {
			$this->own->begin( $this->planned( $request ) );
		} catch ( Refused $refused ) {
			return Refusal::of( $refused );
		}
		return $this->answer( 'archive', $this->own->view() );
	}

	private function take_away(): \WP_REST_Response {
		$this->own->take_away( $this->own->current()->folder ?? '' );
		return $this->answer( 'archive', $this->own->view() );
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @throws Refused
	 */
	private function planned( \WP_REST_Request $request ): ArchivePlan {
		return $this->plan_archive->of_tasks(
			$this->chosen->of( new Values( $request->get_params() ), Archive::MOST )
		);
	}
}
