import { Suspense } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { fetched } from '../../../components/fetched';
import { Loading } from '../../../components/Loading';
import { ResourceView } from '../../../components/ResourceView';
import { SaveBar } from '../../settings/SaveBar';
import { together } from '../../settings/together';
import { hrefOf } from '../../useRoute';
import { hasV1 } from '../../useSellsyLists';
import type { PageProps } from '../types';
import { CustomerSection } from './components/CustomerSection';
import { OwnerSection } from './components/OwnerSection';
import { previewOf } from './place';

const PreviewModal = fetched( async () => {
	const { PreviewModal: Modal } = await import(
		/* webpackChunkName: "email-preview" */ './preview'
	);
	return Modal;
} );

type EmailsPageProps = Pick<
	PageProps,
	'settings' | 'shop' | 'lists' | 'switches' | 'route' | 'go'
>;

/** Each e-mail about documents, whoever sends it and whoever gets it. */
export function EmailsPage( {
	settings,
	shop,
	lists,
	switches,
	route,
	go,
}: EmailsPageProps ) {
	const loadingLabel = __( 'Reading the e-mails…', 'orderinvoicer' );
	const preview = previewOf( route.query );
	return (
		<ResourceView view={ settings } loadingLabel={ loadingLabel }>
			{ ( form ) => (
				<ResourceView
					view={ switches.customers }
					loadingLabel={ loadingLabel }
				>
					{ ( emails ) => (
						<>
							<ResourceView
								view={ shop }
								loadingLabel={ loadingLabel }
							>
								{ ( facts ) => (
									<CustomerSection
										form={ form }
										switches={ switches }
										emails={ emails }
										shop={ facts }
										hasV1={ hasV1( lists.sellsy ) }
									/>
								) }
							</ResourceView>
							<ResourceView
								view={ switches.owner }
								loadingLabel={ loadingLabel }
							>
								{ ( owner ) => (
									<OwnerSection
										form={ form }
										switches={ switches }
										emails={ owner }
										preview={ emails.preview }
									/>
								) }
							</ResourceView>
							<SaveBar form={ together( form, switches ) } />
							{ preview !== null && (
								<Suspense
									fallback={
										<Loading label={ loadingLabel } />
									}
								>
									<PreviewModal
										key={ preview }
										id={ preview }
										isUnsaved={
											form.isDirty || switches.isDirty
										}
										onClose={ () =>
											go( hrefOf( 'emails' ), 'replace' )
										}
									/>
								</Suspense>
							) }
						</>
					) }
				</ResourceView>
			) }
		</ResourceView>
	);
}
