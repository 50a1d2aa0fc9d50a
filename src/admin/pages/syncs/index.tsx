import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { SYNCS_PER_PAGE } from '../../../api/endpoints';
import { Failure, Message } from '../../../components/Message';
import { ResourceView } from '../../../components/ResourceView';
import { formatCount } from '../../../i18n/format';
import type { Sync } from '../../../schemas/syncs';
import type { Route } from '../../useRoute';
import { CustomerModal } from './components/CustomerModal';
import { Pager } from './components/Pager';
import { StateFilter, SyncsButtons } from './components/SyncsActions';
import { SyncsTable } from './components/SyncsTable';
import { type SyncsModel, type SyncsPageData, useSyncs } from './useSyncs';

type SyncsPageProps = {
	state: Route[ 'state' ];
	onState: ( state: Route[ 'state' ] ) => void;
	onChanged: () => void;
};

export function SyncsPage( { state, onState, onChanged }: SyncsPageProps ) {
	const model = useSyncs( state, onChanged );
	return (
		<>
			<Outcome model={ model } />
			<ResourceView
				view={ model.view }
				loadingLabel={ __( 'Reading the list…', 'orderinvoicer' ) }
			>
				{ ( data ) => (
					<List
						data={ data }
						model={ model }
						state={ state }
						onState={ onState }
					/>
				) }
			</ResourceView>
		</>
	);
}

function Outcome( { model: { acting, retried } }: { model: SyncsModel } ) {
	if ( acting.status === 'failed' ) {
		return <Failure error={ acting.error } />;
	}
	return retried === null ? null : (
		<Message status="success">
			<p>
				{ sprintf(
					/* translators: %s: number of rows of the list. */
					_n(
						'%s went back to the queue.',
						'%s went back to the queue.',
						retried,
						'orderinvoicer'
					),
					formatCount( retried )
				) }
			</p>
		</Message>
	);
}

type ListProps = Omit< SyncsPageProps, 'onChanged' > & {
	data: SyncsPageData;
	model: SyncsModel;
};

function List( { data, model, state, onState }: ListProps ) {
	const [ asked, setAsked ] = useState< Sync | null >( null );
	const isBusy = model.acting.status === 'running';
	return (
		<>
			<SyncsTable
				syncs={ data.items }
				isBusy={ isBusy }
				emptyMessage={ emptyMessage( state ) }
				onRetry={ ( { id } ) => model.retry( id ) }
				onChoose={ setAsked }
				actions={ [
					<StateFilter
						key="state"
						state={ state }
						onState={ onState }
					/>,
					<SyncsButtons
						key="buttons"
						isBusy={ isBusy }
						onRefresh={ model.refresh }
						onRetryAll={ model.retryAll }
					/>,
				] }
			/>
			<Pager
				page={ model.page }
				pages={ Math.ceil( data.total / SYNCS_PER_PAGE ) }
				onPage={ model.goTo }
			/>
			{ asked && (
				<CustomerModal
					sync={ asked }
					onClose={ () => setAsked( null ) }
					onChoose={ ( customer ) => {
						setAsked( null );
						model.choose( asked.id, customer );
					} }
				/>
			) }
		</>
	);
}

const emptyMessage = ( state: Route[ 'state' ] ): string =>
	state === 'all'
		? __(
				'Nothing yet. Orders appear here as soon as they are to be invoiced.',
				'orderinvoicer'
			)
		: __( 'Nothing in this state.', 'orderinvoicer' );
