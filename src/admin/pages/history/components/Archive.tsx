import { Button } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import {
	beginArchive,
	deleteArchive,
	type Filter,
	getArchive,
	planArchive,
} from '../../../../api/archiveEndpoints';
import { useAction } from '../../../../api/useAction';
import { usePolling } from '../../../../api/usePolling';
import { useResource } from '../../../../api/useResource';
import { ConfirmModal } from '../../../../components/ConfirmModal';
import { Loading } from '../../../../components/Loading';
import { Failure, Message } from '../../../../components/Message';
import type { Archive as ArchiveAnswer } from '../../../../generated/schemas';
import { Progress } from '../../orders/components/Progress';

type ArchiveProps = {
	query: Filter;
	isAsking: boolean;
	/** There was one when the page was opened. */
	isThere: boolean;
	onAsked: () => void;
};

const SOON = 2_000;
const LATER = 15_000;

/** The PDFs of the list as one file: what it would be, how far it is, and the file. */
export function Archive( { query, isAsking, isThere, onAsked }: ArchiveProps ) {
	const [ isBegun, setIsBegun ] = useState( isThere );
	const { resource, reload, replace } = useResource(
		isBegun ? getArchive : null
	);
	const archive = resource.status === 'ready' ? resource.data : null;
	const acting = useAction();
	usePolling( resource, reload, waitOf( archive ) );
	const act = ( work: () => Promise< ArchiveAnswer > ) =>
		acting.run( async () => {
			replace( await work() );
			setIsBegun( true );
		} );
	return (
		<>
			{ acting.state.status === 'failed' && (
				<Failure error={ acting.state.error } />
			) }
			{ isBegun && resource.status === 'error' && (
				<Failure error={ resource.error } onRetry={ reload } />
			) }
			{ archive && archive.state !== 'none' && (
				<Standing
					archive={ archive }
					onDelete={ () => act( deleteArchive ) }
				/>
			) }
			{ isAsking && (
				<Question
					query={ query }
					onCancel={ onAsked }
					onConfirm={ () => {
						onAsked();
						act( () => beginArchive( query ) );
					} }
				/>
			) }
		</>
	);
}

/** Once it was fetched it is gone: the page notices that too. */
const waitOf = ( archive: ArchiveAnswer | null ): number | null => {
	switch ( archive?.state ) {
		case 'working':
			return SOON;
		case 'ready':
			return LATER;
		default:
			return null;
	}
};

type StandingProps = { archive: ArchiveAnswer; onDelete: () => void };

function Standing( { archive, onDelete }: StandingProps ) {
	const { state, says, done, total, url } = archive;
	const away = (
		<Button variant="tertiary" __next40pxDefaultSize onClick={ onDelete }>
			{ deleteWord( state ) }
		</Button>
	);
	if ( state === 'working' ) {
		return (
			<Progress
				label={ __( 'PDFs fetched', 'orderinvoicer' ) }
				percent={ total === 0 ? 0 : ( 100 * done ) / total }
			>
				{ says } { away }
			</Progress>
		);
	}
	return (
		<Message
			status={ state === 'ready' ? 'success' : 'warning' }
			actions={
				<>
					{ url && (
						<Button
							variant="primary"
							__next40pxDefaultSize
							href={ url }
						>
							{ __( 'Download the archive', 'orderinvoicer' ) }
						</Button>
					) }
					{ away }
				</>
			}
		>
			<p>{ says }</p>
		</Message>
	);
}

const deleteWord = ( state: ArchiveAnswer[ 'state' ] ): string => {
	switch ( state ) {
		case 'working':
			return __( 'Cancel', 'orderinvoicer' );
		case 'ready':
			return __( 'Delete the archive', 'orderinvoicer' );
		default:
			return __( 'Close', 'orderinvoicer' );
	}
};

type QuestionProps = {
	query: Filter;
	onCancel: () => void;
	onConfirm: () => void;
};

function Question( { query, onCancel, onConfirm }: QuestionProps ) {
	const load = useCallback(
		( signal: AbortSignal ) => planArchive( query, signal ),
		[ query ]
	);
	const { resource } = useResource( load );
	const isReady = resource.status === 'ready';
	return (
		<ConfirmModal
			title={ __( 'Download the PDFs as a ZIP file', 'orderinvoicer' ) }
			confirmLabel={ __( 'Prepare the archive', 'orderinvoicer' ) }
			onConfirm={ onConfirm }
			onCancel={ onCancel }
			isReady={ isReady }
		>
			{ resource.status === 'loading' && (
				<Loading
					label={ __( 'Counting the documents…', 'orderinvoicer' ) }
				/>
			) }
			{ resource.status === 'error' && (
				<Failure error={ resource.error } />
			) }
			{ isReady && (
				<p>
					{ resource.data.says }{ ' ' }
					{ __(
						'They are fetched from Sellsy in the background; your orders come first.',
						'orderinvoicer'
					) }
				</p>
			) }
		</ConfirmModal>
	);
}
